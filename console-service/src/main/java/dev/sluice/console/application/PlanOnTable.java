package dev.sluice.console.application;

import org.jspecify.annotations.Nullable;

/**
 * The newest plan of a requirement, as far as a decision about it needs.
 *
 * @param decidedBy who decided about this revision, null before
 */
public record PlanOnTable(
        int revision,
        boolean proposed,
        boolean approvalNeeded,
        String requestedBy,
        @Nullable String verdict,
        @Nullable String decidedBy) {}
