package dev.sluice.console.application;

import dev.sluice.console.domain.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Critical actions seen on the log that still lack their audit entry, and the end of the chain they go behind. */
public interface AuditQueue {

    /** A critical action that lacks its entry. */
    record Pending(
            String causeEventId,
            String subject,
            String actor,
            String action,
            String detail,
            String correlationId,
            Instant at) {}

    /** What the writer holding the chain may do. */
    interface Chain {
        /** The newest entry of {@code writer} on the log. */
        Optional<AuditEntry> last(String writer);

        /** Pending actions, oldest first. */
        List<Pending> pending(int limit);
    }

    /**
     * Runs {@code work} if no other console holds the chain and the projection has read all audit entries on the log.
     *
     * @param endOfLog asked while the chain is held
     */
    void whenCaughtUp(Supplier<List<LogPosition>> endOfLog, Consumer<Chain> work);
}
