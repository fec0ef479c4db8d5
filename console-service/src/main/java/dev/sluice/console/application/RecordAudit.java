package dev.sluice.console.application;

import dev.sluice.console.domain.AuditChain;
import dev.sluice.console.domain.AuditEntry;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes the audit entry of every critical action of a person that is seen on the log. The chain continues from the log
 * itself: an entry is linked only when every earlier one has been read back, so neither a crash nor a second console forks it.
 */
public final class RecordAudit {

    private static final String WRITER = "console-service";
    private static final int BATCH = 100;

    private final AuditQueue queue;
    private final Announcements announcements;
    private final Supplier<List<LogPosition>> endOfAuditLog;

    public RecordAudit(AuditQueue queue, Announcements announcements, Supplier<List<LogPosition>> endOfAuditLog) {
        this.queue = queue;
        this.announcements = announcements;
        this.endOfAuditLog = endOfAuditLog;
    }

    /** Writes what is pending, if this is the moment for it. Call it again and again. */
    public void run() {
        queue.whenCaughtUp(endOfAuditLog, chain -> {
            AuditEntry last = chain.last(WRITER).orElse(null);
            long sequence = last == null ? 0 : last.sequence();
            String hash = last == null ? "" : last.hash();
            for (AuditQueue.Pending action : chain.pending(BATCH)) {
                AuditEntry entry = AuditChain.link(
                        WRITER,
                        ++sequence,
                        hash,
                        action.subject(),
                        action.actor(),
                        action.action(),
                        action.detail(),
                        action.at());
                announcements.audited(entry, action.causeEventId(), action.correlationId());
                hash = entry.hash();
            }
        });
    }
}
