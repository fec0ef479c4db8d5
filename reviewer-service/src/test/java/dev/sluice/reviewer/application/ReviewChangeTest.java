package dev.sluice.reviewer.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.messaging.Delivery;
import dev.sluice.reviewer.Patches;
import dev.sluice.reviewer.domain.Judgement;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Opinion;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.RiskLevel;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.reviewer.domain.TestRun;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewChangeTest {

    private static final Judge.Answer PRAISE = new Judge.Answer.Thinks(
            new Opinion(Judgement.APPROVE, RiskLevel.LOW, "Fine", List.of()), "p/m", "reviewer/x@1");

    private final MemoryVerdicts verdicts = new MemoryVerdicts();
    private final List<@Nullable Proofs> shown = new ArrayList<>();
    private ChangeReader.Reading reading = new ChangeReader.Reading.Readable(Patches.patch("a.py"));
    private Proofs proofs = Patches.good();
    private Judge.Answer answer = PRAISE;

    @Test
    void anOpinionBecomesAVerdict() {
        Review review = review(Role.STORY_ALIGNMENT);
        assertThat(review.conclusion().verdict()).isEqualTo(Judgement.APPROVE);
        assertThat(review.model()).isEqualTo("p/m");
        assertThat(review.promptVersion()).isEqualTo("reviewer/x@1");
    }

    @Test
    void aModelThatFailsIsAnErrorAndNeverAnApproval() {
        answer = new Judge.Answer.Silent("No model answered: all down.", null);
        for (Role role : List.of(Role.STORY_ALIGNMENT, Role.TEST_QUALITY, Role.ARCHITECTURE)) {
            assertThat(review(role).conclusion().verdict()).isEqualTo(Judgement.ERROR);
            assertThat(verdicts.told.getLast().conclusion().failure()).contains("all down");
        }
    }

    @Test
    void testQualityShowsItsEvidenceToTheModelAndLetsTheEvidenceDecide() {
        proofs = Patches.proofs(TestRun.Outcome.PASSED, MachineProof.Result.REFUTED, MachineProof.Result.PROVEN);
        Review review = review(Role.TEST_QUALITY);
        assertThat(shown).containsExactly(proofs);
        assertThat(review.conclusion().verdict()).isEqualTo(Judgement.REQUEST_CHANGES);
        assertThat(review.proofs()).isEqualTo(proofs);
    }

    @Test
    void policyAsksNoModel() {
        answer = new Judge.Answer.Silent("must not be asked", null);
        assertThat(review(Role.POLICY).conclusion().verdict()).isEqualTo(Judgement.APPROVE);
        assertThat(shown).isEmpty();
    }

    @Test
    void aChangeThatCannotBeReadIsAnErrorWithAdviceInEveryRole() {
        reading = new ChangeReader.Reading.Unreadable("The repository does not exist. Check the URL.");
        for (Role role : Role.values()) {
            Review review = review(role);
            assertThat(review.conclusion().verdict()).isEqualTo(Judgement.ERROR);
            assertThat(review.conclusion().failure()).contains("Check the URL");
        }
    }

    @Test
    void aRoleAnswersACauseOnce() {
        review(Role.ARCHITECTURE);
        review(Role.ARCHITECTURE);
        assertThat(verdicts.told).hasSize(1);
        assertThat(shown).hasSize(1);
    }

    private Review review(Role role) {
        new ReviewChange(
                        candidate -> reading,
                        (candidate, patch, causeId) -> proofs,
                        (asked, candidate, patch, evidence, cause) -> {
                            shown.add(evidence);
                            return answer;
                        },
                        verdicts,
                        Clock.fixed(Patches.NOW, ZoneOffset.UTC))
                .handle(role, Patches.CANDIDATE, Patches.delivery("e-1"));
        return verdicts.told.getLast();
    }

    private static final class MemoryVerdicts implements Verdicts {

        private final List<Review> told = new ArrayList<>();
        private final Set<String> causes = new HashSet<>();

        @Override
        public boolean told(Role role, Delivery cause) {
            return causes.contains(role + cause.eventId());
        }

        @Override
        public void tell(Review review, Delivery cause) {
            told.add(review);
            causes.add(review.role() + cause.eventId());
        }
    }
}
