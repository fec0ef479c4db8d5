package dev.sluice.gate.domain;

import java.util.Objects;

/** Is there anything to release, in the developer's own words. */
final class WorkRules {

    private static final String SOURCE = "code.generated";

    private WorkRules() {}

    /** Blocks what has no head; then no verdict will ever come. */
    static boolean nothingToRelease(Change change, Tally tally) {
        switch (change.result()) {
            case READY -> {
                if (change.headSha() != null && change.baseSha() != null && change.branch() != null) {
                    return false;
                }
                tally.block(
                        ReasonCode.CHANGE_UNREADABLE,
                        "The change is announced as ready but names no head, base or branch; its producer must name all three.",
                        SOURCE);
            }
            case TESTS_FAILED -> block(change, ReasonCode.TESTS_FAILED, "Its tests fail.", tally);
            case NO_TESTS_RAN -> block(change, ReasonCode.NO_TESTS_RAN, "No tests ran.", tally);
            case EDITS_REFUSED -> block(change, ReasonCode.EDITS_REFUSED, "Its edits were refused.", tally);
            case MODEL_FAILED -> block(change, ReasonCode.MODEL_FAILED, "The model gave no usable answer.", tally);
            case REPOSITORY_FAILED ->
                block(change, ReasonCode.REPOSITORY_FAILED, "The repository could not be used.", tally);
            case CONFLICT ->
                block(change, ReasonCode.CONFLICT, "The change conflicts with the base as it is now.", tally);
            case NOTHING_CHANGED -> block(change, ReasonCode.NOTHING_CHANGED, "Nothing was changed.", tally);
            case UNKNOWN ->
                block(
                        change,
                        ReasonCode.CHANGE_UNREADABLE,
                        "The change has an outcome that this release of the gate does not know; update the gate.",
                        tally);
        }
        return true;
    }

    /** The developer's own run can speak against a change, never for it. */
    static void judge(Change change, Tally tally) {
        TestRun run = change.tests();
        if (run == null) {
            return;
        }
        if (run.result() == TestRun.Result.FAILED) {
            tally.block(ReasonCode.TESTS_FAILED, "The developer's own test run failed: " + run.detail(), SOURCE);
        }
        if (run.result() == TestRun.Result.BUILD_FAILED) {
            tally.block(ReasonCode.BUILD_FAILED, "The developer's own build failed: " + run.detail(), SOURCE);
        }
    }

    private static void block(Change change, ReasonCode code, String words, Tally tally) {
        tally.block(code, Objects.requireNonNullElse(change.failure(), words), SOURCE);
    }
}
