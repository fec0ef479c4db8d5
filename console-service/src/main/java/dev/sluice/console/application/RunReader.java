package dev.sluice.console.application;

import dev.sluice.console.domain.RunState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads runs from the projection. */
public interface RunReader {

    /**
     * Runs, newest first.
     *
     * @param states only these; empty for all
     * @param before ordinal that the page ends before, null for the newest
     */
    RunPage runs(Collection<RunState> states, int limit, @Nullable Long before);

    Optional<RunDetail> run(String runId);

    Optional<ChangeDetail> change(String changeId);

    /** Events of a run with their payloads, after a sequence number. */
    List<TimelineEntry> events(String runId, long after, int limit);
}
