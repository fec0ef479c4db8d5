package dev.sluice.gate.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Land exactly this head on exactly this base.
 *
 * @param baseBranch empty for the default branch of the remote
 * @param evaluatedTree tree that must result, null if none was evaluated
 * @param decidedAt date of the merge commit, so that a repeat makes the same commit
 */
public record MergeOrder(
        String changeId,
        String storyId,
        String requirementId,
        String repository,
        String baseBranch,
        String branch,
        String baseSha,
        String headSha,
        @Nullable String evaluatedTree,
        Instant decidedAt) {}
