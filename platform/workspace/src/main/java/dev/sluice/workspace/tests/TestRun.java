package dev.sluice.workspace.tests;

import dev.sluice.workspace.sandbox.IsolationKind;
import java.util.List;

/**
 * What running the tests of one tree showed. Plain data, fit for a journal.
 *
 * @param command the command as a person would type it
 * @param stack name of the stack profile that chose it
 * @param skipped how many tests were skipped
 * @param failures every failed test, in order of name
 * @param passed names of every passed test, in order
 * @param outputTail end of the output; all of it when it is short
 */
public record TestRun(
        RunOutcome outcome,
        String command,
        String stack,
        int skipped,
        List<FailedTest> failures,
        List<String> passed,
        long durationMillis,
        IsolationKind isolation,
        String outputTail) {

    public TestRun {
        failures = List.copyOf(failures);
        passed = List.copyOf(passed);
    }

    public int total() {
        return passed.size() + failures.size() + skipped;
    }

    public int failed() {
        return failures.size();
    }

    public boolean succeeded() {
        return outcome == RunOutcome.PASSED;
    }

    /** One line for people. */
    public String summary() {
        return switch (outcome) {
            case PASSED -> passed.size() + " passed" + (skipped == 0 ? "" : ", " + skipped + " skipped");
            case FAILED -> failed() + " of " + total() + " failed";
            case NO_TESTS_RAN -> "no tests ran";
            case BUILD_FAILED -> "the build failed before its tests could tell";
            case TIMED_OUT -> "timed out after " + durationMillis / 1000 + " s";
            case ERROR -> "could not run";
        };
    }
}
