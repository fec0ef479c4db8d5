package dev.sluice.developer.application;

import dev.sluice.developer.domain.Attempted;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.TestRun;
import org.jspecify.annotations.Nullable;

/** What a test run means for an attempt: only passing tests are good, unless nobody knows how to test this repository. */
record TestVerdict(
        boolean good,
        Attempted.Outcome outcome,
        Ending.Cause cause,
        @Nullable String detail) {

    static TestVerdict of(TestRun tests) {
        return switch (tests.outcome()) {
            case PASSED -> new TestVerdict(true, Attempted.Outcome.TESTS_PASSED, Ending.Cause.TESTS_FAILED, null);
            case NO_TESTS_RAN ->
                new TestVerdict(
                        tests.untestable(),
                        Attempted.Outcome.NO_TESTS_RAN,
                        Ending.Cause.NO_TESTS_RAN,
                        tests.untestable() ? Advice.UNTESTABLE : Advice.summary(tests));
            case FAILED, BUILD_FAILED, ERROR ->
                new TestVerdict(
                        false, Attempted.Outcome.TESTS_FAILED, Ending.Cause.TESTS_FAILED, Advice.summary(tests));
            case TIMED_OUT ->
                new TestVerdict(false, Attempted.Outcome.TIMED_OUT, Ending.Cause.TESTS_FAILED, Advice.summary(tests));
        };
    }
}
