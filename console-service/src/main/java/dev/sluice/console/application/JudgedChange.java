package dev.sluice.console.application;

import org.jspecify.annotations.Nullable;

/**
 * A change, as far as a verdict about it needs.
 *
 * @param requestedBy who asked for it or offered it, null when unknown
 * @param decision outcome of the gate, null before
 * @param replacedBy change that replaced it after a rebase, null without one
 */
public record JudgedChange(
        String changeId,
        String storyId,
        String requirementId,
        String outcome,
        @Nullable String baseSha,
        @Nullable String headSha,
        @Nullable String requestedBy,
        @Nullable String decision,
        @Nullable String replacedBy) {}
