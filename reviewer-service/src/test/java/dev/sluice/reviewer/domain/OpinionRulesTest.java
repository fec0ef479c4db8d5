package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.reviewer.Patches;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpinionRulesTest {

    @Test
    void anApprovalWithACriticalFindingIsNone() {
        Opinion opinion = new Opinion(
                Judgement.APPROVE,
                RiskLevel.LOW,
                "Fine",
                List.of(Remark.general(Remark.Weight.CRITICAL, "security", "It leaks.")));
        assertThat(OpinionRules.conclude(opinion, Patches.patch("a.py")).verdict())
                .isEqualTo(Judgement.REQUEST_CHANGES);
    }

    @Test
    void anApprovalOfWhatWasNotShownIsNone() {
        Patch whole = Patches.patch("a.py");
        Patch cut = new Patch(
                whole.diff(),
                true,
                whole.files(),
                List.of(),
                whole.mergeTree(),
                List.of(),
                whole.policy(),
                whole.rules(),
                0);
        Opinion opinion = new Opinion(Judgement.APPROVE, RiskLevel.LOW, "Fine", List.of());
        assertThat(OpinionRules.conclude(opinion, whole).verdict()).isEqualTo(Judgement.APPROVE);
        assertThat(OpinionRules.conclude(opinion, cut).verdict()).isEqualTo(Judgement.REQUEST_CHANGES);
    }
}
