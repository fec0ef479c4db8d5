package dev.sluice.workspace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.sandbox.IsolationKind;
import dev.sluice.workspace.tests.FailedTest;
import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassToPassTest {

    @Test
    void provenWhenAllThatPassedStillPasses() {
        assertThat(PassToPass.compare(
                                run(RunOutcome.FAILED, List.of("a", "b"), "c"),
                                run(RunOutcome.PASSED, List.of("a", "b", "c", "d")))
                        .outcome())
                .isEqualTo(ProvenOutcome.PROVEN);
    }

    @Test
    void refutedByATestThatFailsOrIsGone() {
        CheckedClaim claim = PassToPass.compare(
                run(RunOutcome.PASSED, List.of("a", "b", "c")), run(RunOutcome.FAILED, List.of("a"), "b"));
        assertThat(claim.outcome()).isEqualTo(ProvenOutcome.REFUTED);
        assertThat(claim.tests()).containsExactly("b", "c");
        assertThat(PassToPass.compare(run(RunOutcome.PASSED, List.of("a")), run(RunOutcome.NO_TESTS_RAN, List.of()))
                        .outcome())
                .isEqualTo(ProvenOutcome.REFUTED);
    }

    @Test
    void saysNothingWhenThereWasNothingOrTheHeadDidNotFinish() {
        assertThat(PassToPass.compare(run(RunOutcome.NO_TESTS_RAN, List.of()), run(RunOutcome.PASSED, List.of("a")))
                        .outcome())
                .isEqualTo(ProvenOutcome.NOT_APPLICABLE);
        assertThat(PassToPass.compare(run(RunOutcome.PASSED, List.of("a")), run(RunOutcome.TIMED_OUT, List.of()))
                        .outcome())
                .isEqualTo(ProvenOutcome.FAILED_TO_RUN);
        assertThat(PassToPass.compare(run(RunOutcome.PASSED, List.of("a")), run(RunOutcome.BUILD_FAILED, List.of()))
                        .outcome())
                .isEqualTo(ProvenOutcome.FAILED_TO_RUN);
    }

    private static TestRun run(RunOutcome outcome, List<String> passed, String... failed) {
        List<FailedTest> failures =
                List.of(failed).stream().map(name -> new FailedTest(name, "")).toList();
        return new TestRun(outcome, "mvn test", "maven", 0, failures, passed, 1, IsolationKind.NONE, "");
    }
}
