package dev.sluice.developer.domain;

import java.util.List;

/**
 * What running the tests of one tree showed.
 *
 * @param isolation how the run was isolated, in the contract's words
 * @param failures at most twenty
 * @param outputTail last lines of the output, redacted
 */
public record TestRun(
        Outcome outcome,
        String command,
        String stack,
        int total,
        int passed,
        int failed,
        int skipped,
        long durationMillis,
        String isolation,
        List<Failure> failures,
        String outputTail) {

    /** What a run showed. NO_TESTS_RAN is never PASSED. */
    public enum Outcome {
        PASSED,
        FAILED,
        NO_TESTS_RAN,
        BUILD_FAILED,
        TIMED_OUT,
        ERROR
    }

    /** One failed test and the first lines of its failure. */
    public record Failure(String test, String message) {}

    /** Stack of a repository for which no way to run tests is known. */
    public static final String UNKNOWN_STACK = "unknown";

    public TestRun {
        failures = List.copyOf(failures);
    }

    /** Whether there is no known way to run tests here, so that only people can judge the change. */
    public boolean untestable() {
        return outcome == Outcome.NO_TESTS_RAN && stack.equals(UNKNOWN_STACK);
    }
}
