package dev.sluice.console.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what was projected, in order, for those who follow it. */
public interface EventFeed {

    /** Raised by every rebuild: sequence numbers of another epoch mean nothing. */
    long epoch();

    /** Sequence number of the newest event, 0 when there is none. */
    long head();

    /**
     * Events after a sequence number, without payload.
     *
     * @param runId only of this run, null for all
     */
    List<TimelineEntry> after(long seq, @Nullable String runId, int limit);
}
