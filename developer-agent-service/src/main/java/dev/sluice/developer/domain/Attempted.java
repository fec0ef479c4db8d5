package dev.sluice.developer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a story and how it ended.
 *
 * @param number from 1; every attempt after the first is a fix
 * @param detail why it failed, in words that a person can act on
 */
public record Attempted(
        int number,
        Outcome outcome,
        @Nullable String model,
        List<String> files,
        @Nullable TestRun tests,
        @Nullable String detail,
        long durationMillis) {

    /** How an attempt ended. */
    public enum Outcome {
        TESTS_PASSED,
        TESTS_FAILED,
        NO_TESTS_RAN,
        EDITS_REFUSED,
        MODEL_FAILED,
        TIMED_OUT
    }

    public Attempted {
        files = List.copyOf(files);
    }

    /** Whether it repaired an earlier attempt. */
    public boolean fix() {
        return number > 1;
    }
}
