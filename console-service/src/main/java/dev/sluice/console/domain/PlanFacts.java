package dev.sluice.console.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the log says of the newest plan of a requirement.
 *
 * @param outcome PROPOSED or FAILED
 * @param approvalNeeded whether a person must decide
 * @param decision APPROVED, REJECTED or REGENERATE; null before a person decided about this revision
 */
public record PlanFacts(
        int revision,
        String outcome,
        boolean approvalNeeded,
        @Nullable String failure,
        @Nullable String decision,
        @Nullable String decisionReason) {

    /** Whether its stories may be worked on. */
    public boolean approved() {
        return outcome.equals("PROPOSED") && (!approvalNeeded || "APPROVED".equals(decision));
    }
}
