package dev.sluice.reviewer.domain;

import org.jspecify.annotations.Nullable;

/**
 * A change that is to be judged.
 *
 * @param story null for an outside change that came without one
 * @param byAgent whether Sluice's own pipeline wrote it, rather than somebody outside
 */
public record Candidate(
        String changeId,
        String storyId,
        String requirementId,
        @Nullable Story story,
        String repositoryUrl,
        String baseBranch,
        String baseSha,
        String headSha,
        boolean byAgent) {}
