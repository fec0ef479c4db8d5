package dev.sluice.gate.domain;

import org.jspecify.annotations.Nullable;

/**
 * A change that wants to be released, or the failure to write one.
 *
 * @param requestedBy id of who asked for it
 * @param author id of the person or agent who wrote it, null for Sluice's own developer
 * @param tests what the developer's own test run showed; never enough by itself
 * @param failure what failed and what a person can do
 */
public record Change(
        String changeId,
        String storyId,
        String requirementId,
        Origin origin,
        String repository,
        String baseBranch,
        WorkResult result,
        @Nullable String baseSha,
        @Nullable String headSha,
        @Nullable String branch,
        @Nullable String requestedBy,
        @Nullable String author,
        @Nullable TestRun tests,
        @Nullable String failure) {

    public Change {
        failure = failure == null || failure.isBlank() ? null : failure;
    }
}
