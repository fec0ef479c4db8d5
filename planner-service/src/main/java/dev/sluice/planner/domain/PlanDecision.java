package dev.sluice.planner.domain;

import org.jspecify.annotations.Nullable;

/**
 * A person's decision about one revision of a plan.
 *
 * @param reason why; the feedback when it is to be planned again
 */
public record PlanDecision(
        int planRevision,
        Verdict verdict,
        Party decidedBy,
        @Nullable String reason) {

    /** What was decided. */
    public enum Verdict {
        APPROVED,
        REJECTED,
        REGENERATE
    }
}
