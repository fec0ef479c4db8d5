package dev.sluice.gate.domain;

import org.jspecify.annotations.Nullable;

/** What the tests showed when the test quality role ran them itself. A model's praise changes nothing here. */
final class TestRules {

    private TestRules() {}

    static void judge(CountedVerdicts verdicts, Change change, PolicyInForce policy, Tally tally) {
        RoleVerdict verdict = verdicts.of(Role.TEST_QUALITY);
        if (verdict == null) {
            return;
        }
        Facts facts = verdict.facts();
        if (facts == null) {
            tally.skip(
                    ReasonCode.TESTS_NOT_RUN,
                    "The test quality role ran no tests; see its log for why.",
                    verdict.source());
            return;
        }
        run("at the head", facts.head(), verdict.source(), tally);
        if (facts.mergeResult() != null) {
            run("at the merge result", facts.mergeResult(), verdict.source(), tally);
        }
        failToPass(facts, verdict.source(), tally);
        passToPass(facts.passToPass(), verdict.source(), tally);
        isolation(facts, change.tests(), policy, verdict.source(), tally);
    }

    private static void run(String where, @Nullable TestRun run, String source, Tally tally) {
        if (run == null) {
            tally.skip(ReasonCode.TESTS_NOT_RUN, "The test quality role did not run the tests " + where + ".", source);
            return;
        }
        String detail = where + ": " + run.detail();
        switch (run.result()) {
            case PASSED -> {}
            case FAILED -> tally.block(ReasonCode.TESTS_FAILED, "The tests fail " + detail, source);
            case BUILD_FAILED -> tally.block(ReasonCode.BUILD_FAILED, "The build fails " + detail, source);
            case NONE_RAN -> tally.skip(ReasonCode.NO_TESTS_RAN, "No tests ran " + detail, source);
            case TIMED_OUT -> tally.skip(ReasonCode.TESTS_NOT_PASSED, "The tests ran out of time " + detail, source);
            case ERROR, UNKNOWN ->
                tally.skip(ReasonCode.TESTS_NOT_PASSED, "The tests could not be run to their end " + detail, source);
        }
    }

    /** Where a change touches no production code, nothing can fail without it: a warning. Elsewhere that is a weak test. */
    private static void failToPass(Facts facts, String source, Tally tally) {
        Claim claim = facts.failToPass();
        switch (claim == null ? Claim.Shown.UNKNOWN : claim.shown()) {
            case PROVEN -> {}
            case REFUTED ->
                tally.skip(
                        ReasonCode.TESTS_PASS_WITHOUT_CHANGE,
                        "The new tests pass without the change, so they do not show that it works." + detail(claim),
                        source);
            case NOT_APPLICABLE -> {
                String words = "No test of this change can fail without it." + detail(claim);
                if (facts.production()) {
                    tally.skip(ReasonCode.NO_TEST_SHOWS_THE_CHANGE, words, source);
                } else {
                    tally.warn(ReasonCode.NO_TEST_SHOWS_THE_CHANGE, words, source);
                }
            }
            case FAILED_TO_RUN, UNKNOWN ->
                tally.skip(
                        ReasonCode.FAIL_TO_PASS_NOT_SHOWN,
                        "It was not shown that the new tests fail without the change." + detail(claim),
                        source);
        }
    }

    private static void passToPass(@Nullable Claim claim, String source, Tally tally) {
        if (claim == null) {
            tally.warn(ReasonCode.PASS_TO_PASS_NOT_SHOWN, "The old tests were not run against the change.", source);
            return;
        }
        switch (claim.shown()) {
            case PROVEN, NOT_APPLICABLE -> {}
            case REFUTED ->
                tally.skip(
                        ReasonCode.OLD_TESTS_BROKEN,
                        "Tests that passed before fail with the change." + detail(claim),
                        source);
            case FAILED_TO_RUN, UNKNOWN ->
                tally.skip(
                        ReasonCode.PASS_TO_PASS_NOT_SHOWN,
                        "It was not shown that the old tests still pass." + detail(claim),
                        source);
        }
    }

    private static void isolation(
            Facts facts, @Nullable TestRun own, PolicyInForce policy, String source, Tally tally) {
        if (isolated(facts.head()) && isolated(facts.mergeResult()) && isolated(own)) {
            return;
        }
        String words = "The tests ran without a sandbox, with the rights of the service that ran them.";
        if (policy.requireSandbox()) {
            tally.skip(
                    ReasonCode.TESTS_NOT_ISOLATED,
                    words
                            + " The policy asks for one: install bubblewrap where the reviewer and the developer agent run.",
                    source);
        } else {
            tally.warn(ReasonCode.TESTS_NOT_ISOLATED, words, source);
        }
    }

    private static boolean isolated(@Nullable TestRun run) {
        return run == null || run.isolated();
    }

    private static String detail(@Nullable Claim claim) {
        return claim == null || claim.detail().isBlank() ? "" : " " + claim.detail();
    }
}
