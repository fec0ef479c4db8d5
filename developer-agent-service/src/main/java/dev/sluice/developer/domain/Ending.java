package dev.sluice.developer.domain;

import org.jspecify.annotations.Nullable;

/** How the writing of a change ended. */
public sealed interface Ending {

    /** Commit that the change is, or was to be, built on. */
    @Nullable
    String baseSha();

    /** Tests of the last tree, if they ran. */
    @Nullable
    TestRun tests();

    /** A change is on its branch and may be reviewed. */
    record Ready(String baseSha, String headSha, String branch, TestRun tests) implements Ending {}

    /**
     * There is no change.
     *
     * @param advice what happened and what a person can do
     */
    record Failed(
            Cause cause,
            @Nullable String baseSha,
            String advice,
            @Nullable TestRun tests) implements Ending {}

    /** Why there is no change. */
    enum Cause {
        TESTS_FAILED,
        NO_TESTS_RAN,
        EDITS_REFUSED,
        MODEL_FAILED,
        REPOSITORY_FAILED,
        CONFLICT,
        NOTHING_CHANGED
    }
}
