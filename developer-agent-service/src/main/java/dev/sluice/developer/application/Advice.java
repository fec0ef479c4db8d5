package dev.sluice.developer.application;

import dev.sluice.developer.domain.TestRun;
import java.util.List;
import java.util.stream.Collectors;

/** Words for what went wrong: for people what they can do, for the model what to do differently. */
final class Advice {

    static final String NOTHING_CHANGED =
            "The edits leave every file as it was. Answer with edits that do what the story asks.";
    static final String UNTESTABLE =
            "No way to run tests is known for this repository, so no test judged the change: people decide. Add"
                    + " .sluice/stack.yaml to say how its tests are run.";
    private static final int LINES = 60;

    private Advice() {}

    static String refused(String message, int attempts) {
        return "The model's edits were refused " + times(attempts) + ". " + message
                + " Make the story more precise, raise fixAttempts or allowedPaths in .sluice/policy.yaml, or submit it again.";
    }

    static String failing(TestRun tests, int attempts) {
        String advice = switch (tests.outcome()) {
            case ERROR ->
                " See the output in the attempt; the sandbox or the test command is at fault, not the change.";
            case TIMED_OUT -> " Look for a test that waits for ever, or raise the test time limit.";
            case NO_TESTS_RAN -> " Add a test to the repository, or say in .sluice/stack.yaml how its tests are run.";
            case PASSED, FAILED, BUILD_FAILED ->
                " Look at the attempts, make the story more precise or split it, and submit it again.";
        };
        return "After " + times(attempts) + ": " + summary(tests) + advice;
    }

    static String summary(TestRun tests) {
        return switch (tests.outcome()) {
            case PASSED -> "All " + tests.total() + " tests passed.";
            case FAILED -> tests.failed() + " of " + tests.total() + " tests failed" + names(tests.failures()) + ".";
            case BUILD_FAILED -> "The build failed, so no test could run (" + tests.command() + ").";
            case TIMED_OUT -> "The tests did not end in time (" + tests.command() + ").";
            case NO_TESTS_RAN -> "No tests ran (" + tests.command() + ").";
            case ERROR -> "The tests could not be run: " + tail(tests.outputTail(), 3);
        };
    }

    static String complaint(String refusal) {
        return "Your edits were refused; none of them was applied.\n" + refusal;
    }

    static String complaint(TestRun tests) {
        return "Your edits are applied, but " + summary(tests) + "\nLast lines of the output:\n"
                + tail(tests.outputTail(), LINES);
    }

    private static String names(List<TestRun.Failure> failures) {
        return failures.isEmpty()
                ? ""
                : failures.stream().limit(5).map(TestRun.Failure::test).collect(Collectors.joining(", ", ": ", ""));
    }

    private static String times(int attempts) {
        return attempts == 1 ? "one attempt" : attempts + " attempts";
    }

    private static String tail(String text, int lines) {
        List<String> all = text.lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
