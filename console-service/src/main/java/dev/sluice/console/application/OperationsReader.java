package dev.sluice.console.application;

import dev.sluice.console.domain.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads switches, audit and the state of the projection itself. */
public interface OperationsReader {

    /**
     * A page of audit entries.
     *
     * @param next where the next page begins, null at the end
     */
    record AuditPage(List<AuditEntry> items, @Nullable Long next) {}

    /**
     * What a check of all chains found.
     *
     * @param problems what is wrong, at most a hundred
     */
    record AuditVerification(boolean intact, long entries, List<String> problems) {}

    List<SwitchState> switches();

    /** Newest first. */
    AuditPage audit(int limit, @Nullable Long before);

    AuditVerification verifyAudit();

    long events();
}
