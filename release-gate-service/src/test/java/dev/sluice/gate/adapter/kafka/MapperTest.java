package dev.sluice.gate.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ChangedFile;
import dev.sluice.events.Evidence;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.PolicySnapshot;
import dev.sluice.events.RefusalCause;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.gate.application.DecidedChange;
import dev.sluice.gate.application.Landing;
import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Cases;
import dev.sluice.gate.domain.Change;
import dev.sluice.gate.domain.Decision;
import dev.sluice.gate.domain.PolicyInForce;
import dev.sluice.gate.domain.ReasonCode;
import dev.sluice.gate.domain.ReleaseCase;
import dev.sluice.gate.domain.ReleasePolicy;
import dev.sluice.gate.domain.Role;
import dev.sluice.gate.domain.RoleVerdict;
import dev.sluice.gate.domain.TestRun;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MapperTest {

    private final PolicyReader policies = new PolicyReader();

    @Test
    void keepsWhatTheGateNeedsOfAChange() {
        Change change = ChangeMapper.toDomain(Events.change("c1"));

        assertThat(change.repository()).isEqualTo("/repos/a.git");
        assertThat(change.headSha()).isEqualTo(Events.HEAD);
        assertThat(change.requestedBy()).isEqualTo("mia");
        assertThat(change.tests())
                .isEqualTo(new TestRun(TestRun.Result.PASSED, true, "3 passed, 0 failed, 0 skipped with 'mvn test'"));
    }

    @Test
    void keepsForeignTextShort() {
        ReviewCompleted review = Events.verdict("c1", ReviewRole.ARCHITECTURE);
        review.setSummary("😀".repeat(10_000));

        RoleVerdict verdict = VerdictMapper.toDomain(review, policies).orElseThrow();

        assertThat(verdict.summary()).hasSizeLessThanOrEqualTo(300).endsWith("😀…");
    }

    @Test
    void knowsAPersonFromAnAgent() {
        ReviewCompleted posed = Events.verdict("c1", ReviewRole.HUMAN);
        posed.setReviewer(new Actor("bot", ActorKind.AGENT, null));

        assertThat(VerdictMapper.toDomain(posed, policies).orElseThrow().person())
                .isFalse();
        assertThat(VerdictMapper.toDomain(Events.verdict("c1", ReviewRole.HUMAN), policies)
                        .orElseThrow()
                        .person())
                .isTrue();
    }

    @Test
    void leavesOutARoleOfTheFuture() {
        assertThat(VerdictMapper.toDomain(Events.verdict("c1", ReviewRole.UNKNOWN), policies))
                .isEmpty();
    }

    @Test
    void believesAPolicyOfThePolicyRoleOnly() {
        ReviewCompleted review = Events.verdict("c1", ReviewRole.ARCHITECTURE);
        review.setPolicy(Events.policy(Events.POLICY, Events.BASE));

        assertThat(VerdictMapper.toDomain(review, policies).orElseThrow().policy())
                .isNull();
    }

    @Test
    void tellsProductionCodeFromTestsAndDocumentation() {
        Evidence evidence = Events.evidence(1);
        evidence.setFiles(List.of(
                new ChangedFile("docs/Guide.MD", "MODIFIED", 1, 0, false),
                new ChangedFile("test/ATest.java", "ADDED", 1, 0, true)));
        assertThat(Objects.requireNonNull(FactsMapper.toDomain(evidence)).production())
                .isFalse();

        evidence.setFiles(List.of(new ChangedFile("Makefile", "MODIFIED", 1, 0, false)));
        assertThat(Objects.requireNonNull(FactsMapper.toDomain(evidence)).production())
                .isTrue();
    }

    @Test
    void readsThePolicyThatTravelsWithTheVerdict() {
        PolicyInForce policy = policies.read(Events.policy("autoMerge: true\nmaxFiles: 7\n", Events.BASE));

        assertThat(policy.autoMerge()).isTrue();
        assertThat(policy.maxFiles()).isEqualTo(7);
        assertThat(policy.firstRuns()).isEqualTo(3);
        assertThat(policy.problem()).isNull();
    }

    @Test
    void fallsBackToTheStrictestPolicy() {
        PolicyInForce malformed = policies.read(Events.policy("autoMerge: perhaps\n", Events.BASE));
        PolicyInForce swapped = policies.read(new PolicySnapshot("cafe", Events.POLICY, Events.BASE));

        assertThat(List.of(malformed, swapped)).allSatisfy(policy -> {
            assertThat(policy.autoMerge()).isFalse();
            assertThat(policy.requireSandbox()).isTrue();
            assertThat(policy.problem()).isNotBlank();
        });
    }

    @Test
    void readsADecisionBackAsItWasWritten() {
        ReleaseDecided event = decided();

        DecidedChange change = DecisionMapper.toDomain(event);

        assertThat(change.outcome()).isEqualTo(DecidedChange.Outcome.APPROVED);
        assertThat(change.headSha()).isEqualTo(Cases.HEAD);
        assertThat(change.mergeTree()).isEqualTo(Cases.TREE);
        assertThat(change.reasons())
                .extracting(DecidedChange.Reason::code)
                .containsExactly(ReasonCode.ALL_REQUIRED_APPROVED, ReasonCode.TESTS_PROVE_THE_CHANGE);
        assertThat(change.answers()).hasSize(4).containsEntry(Role.ARCHITECTURE, Answer.APPROVE);
        assertThat(change.decidedAt()).isEqualTo(Cases.SOON);
    }

    @Test
    void takesAReasonOfTheFutureAsItIs() {
        ReleaseDecided event = decided();
        event.getReasons().getFirst().setCode("SOMETHING_NEW");

        assertThat(DecisionMapper.toDomain(event).reasons().getFirst().code()).isNull();
    }

    @Test
    void saysWhetherWhatLandedIsWhatWasEvaluated() {
        DecidedChange change = DecisionMapper.toDomain(decided());

        ChangeMerged same = LandingMapper.merged(
                change, new Landing(Landing.Kind.MERGED, "m1", Cases.TREE, null, "Merged.", Events.AT));
        ChangeMerged other = LandingMapper.merged(
                change, new Landing(Landing.Kind.MERGED, "m1", "8".repeat(40), null, "Merged.", Events.AT));

        assertThat(same.getAsEvaluated()).isTrue();
        assertThat(other.getAsEvaluated()).isFalse();
        assertThat(other.getEvaluatedTree()).isEqualTo(Cases.TREE);
    }

    @Test
    void saysWhichBaseStoodInTheWay() {
        MergeRefused refused = LandingMapper.refused(
                DecisionMapper.toDomain(decided()),
                RefusalCause.BASE_CHANGED,
                new Landing(Landing.Kind.BASE_CHANGED, null, null, "c".repeat(40), "Moved.", Events.AT));

        assertThat(refused.getBaseSha()).isEqualTo(Cases.BASE);
        assertThat(refused.getCurrentBaseSha()).isEqualTo("c".repeat(40));
        assertThat(refused.getCause()).isEqualTo(RefusalCause.BASE_CHANGED);
    }

    private static ReleaseDecided decided() {
        ReleaseCase release = Cases.approvable().build();
        Decision decision = ReleasePolicy.decide(release, Cases.SOON).orElseThrow();
        return DecisionMapper.toEvent(Objects.requireNonNull(release.change()), decision, Cases.SOON);
    }
}
