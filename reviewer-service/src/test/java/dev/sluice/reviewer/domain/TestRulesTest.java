package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.reviewer.Patches;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestRulesTest {

    private static final Conclusion PRAISE =
            new Conclusion(Judgement.APPROVE, RiskLevel.LOW, "Excellent tests.", List.of(), null);

    @Test
    void praiseStandsWhereTheEvidenceAgrees() {
        assertThat(TestRules.conclude(PRAISE, Patches.good())).isEqualTo(PRAISE);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, PROVEN, PROVEN, BLOCK, tests-at-head",
        "BUILD_FAILED, PROVEN, PROVEN, BLOCK, tests-at-head",
        "TIMED_OUT, PROVEN, PROVEN, BLOCK, tests-at-head",
        "NO_TESTS_RAN, NOT_APPLICABLE, NOT_APPLICABLE, REQUEST_CHANGES, tests-at-head",
        "ERROR, FAILED_TO_RUN, FAILED_TO_RUN, ERROR, tests-at-head",
        "PASSED, REFUTED, PROVEN, REQUEST_CHANGES, fail-to-pass",
        "PASSED, FAILED_TO_RUN, PROVEN, ERROR, fail-to-pass",
        "PASSED, PROVEN, REFUTED, REQUEST_CHANGES, pass-to-pass",
        "FAILED, REFUTED, REFUTED, BLOCK, tests-at-head",
    })
    void evidenceBeatsPraise(
            TestRun.Outcome head,
            MachineProof.Result failToPass,
            MachineProof.Result passToPass,
            Judgement verdict,
            String category) {
        Conclusion conclusion = TestRules.conclude(PRAISE, Patches.proofs(head, failToPass, passToPass));
        assertThat(conclusion.verdict()).isEqualTo(verdict);
        assertThat(conclusion.remarks().getFirst().category()).isEqualTo(category);
        assertThat(conclusion.summary()).startsWith("Evidence decides");
    }

    @Test
    void refutedFailToPassNamesTheTests() {
        Conclusion conclusion = TestRules.conclude(
                PRAISE,
                Patches.proofs(TestRun.Outcome.PASSED, MachineProof.Result.REFUTED, MachineProof.Result.PROVEN));
        assertThat(conclusion.remarks().getFirst().message())
                .contains("pass without the change")
                .contains("t.T.test_new");
    }

    @Test
    void evidenceNeverMakesAVerdictMilder() {
        Conclusion block = new Conclusion(Judgement.BLOCK, RiskLevel.HIGH, "No.", List.of(), null);
        assertThat(TestRules.conclude(block, Patches.good())).isEqualTo(block);
    }

    @Test
    void aModelThatFailedIsNoApprovalEvenWithGoodEvidence() {
        Conclusion silent = Conclusion.error("No model answered.");
        assertThat(TestRules.conclude(silent, Patches.good()).verdict()).isEqualTo(Judgement.ERROR);
        assertThat(TestRules.conclude(silent, Patches.good()).failure()).isEqualTo("No model answered.");
    }

    @Test
    void failingTestsBlockEvenWhenNoModelAnswered() {
        Conclusion conclusion = TestRules.conclude(
                Conclusion.error("No model answered."),
                Patches.proofs(TestRun.Outcome.FAILED, MachineProof.Result.PROVEN, MachineProof.Result.PROVEN));
        assertThat(conclusion.verdict()).isEqualTo(Judgement.BLOCK);
        assertThat(conclusion.failure()).isEqualTo("No model answered.");
    }

    @Test
    void aMergeResultThatFailsBlocksAChangeWhoseHeadPasses() {
        Proofs proofs = new Proofs(
                Patches.run(TestRun.Outcome.PASSED),
                Patches.run(TestRun.Outcome.FAILED),
                Patches.proof(MachineProof.Result.PROVEN),
                Patches.proof(MachineProof.Result.PROVEN));
        assertThat(TestRules.conclude(PRAISE, proofs).verdict()).isEqualTo(Judgement.BLOCK);
    }
}
