package dev.sluice.reviewer.domain;

import java.util.List;
import java.util.stream.Collectors;

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

    public TestRun {
        failures = List.copyOf(failures);
    }

    /** In one sentence. */
    public String summary() {
        return switch (outcome) {
            case PASSED -> "All " + total + " tests passed.";
            case FAILED ->
                failed + " of " + total + " tests failed"
                        + failures.stream().limit(5).map(Failure::test).collect(Collectors.joining(", ", ": ", "."));
            case NO_TESTS_RAN -> "No tests ran (" + command + ").";
            case BUILD_FAILED -> "The build failed, so no test could run (" + command + ").";
            case TIMED_OUT -> "The tests did not end in time (" + command + ").";
            case ERROR -> "The tests could not be run: " + outputTail.strip();
        };
    }
}
