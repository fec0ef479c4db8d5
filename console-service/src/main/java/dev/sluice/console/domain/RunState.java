package dev.sluice.console.domain;

/** Where a run, or one story of it, stands. */
public enum RunState {
    SUBMITTED,
    PLANNING,
    WAITING_FOR_APPROVAL,
    REJECTED,
    CLARIFICATION,
    PROPOSED,
    PLANNED,
    WAITING_FOR_DEPENDENCY,
    DEVELOPING,
    REVIEWING,
    REBASING,
    MERGING,
    MERGED,
    SKIPPED,
    BLOCKED,
    FAILED;

    /** Whether nothing moves any more unless a person starts something new. */
    public boolean done() {
        return switch (this) {
            case REJECTED, MERGED, SKIPPED, BLOCKED, FAILED -> true;
            case SUBMITTED,
                    PLANNING,
                    WAITING_FOR_APPROVAL,
                    CLARIFICATION,
                    PROPOSED,
                    PLANNED,
                    WAITING_FOR_DEPENDENCY,
                    DEVELOPING,
                    REVIEWING,
                    REBASING,
                    MERGING -> false;
        };
    }

    /** Whether it waits for an answer or a decision of a person. */
    public boolean waitsForPeople() {
        return this == WAITING_FOR_APPROVAL || this == CLARIFICATION;
    }
}
