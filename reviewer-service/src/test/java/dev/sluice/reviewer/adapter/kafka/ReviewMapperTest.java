package dev.sluice.reviewer.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.ProofOutcome;
import dev.sluice.events.Provenance;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Severity;
import dev.sluice.events.Story;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.reviewer.Patches;
import dev.sluice.reviewer.domain.Conclusion;
import dev.sluice.reviewer.domain.Judgement;
import dev.sluice.reviewer.domain.Remark;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.RiskLevel;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewMapperTest {

    @Test
    void theCandidateIsWhatTheEventSays() {
        assertThat(CandidateMapper.toDomain(event("a".repeat(40)))).isEqualTo(Patches.CANDIDATE);
    }

    @Test
    void aReadyChangeWithoutAHeadIsAFaultOfItsProducer() {
        assertThatThrownBy(() -> CandidateMapper.toDomain(event("main")))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageContaining("full SHA");
    }

    @Test
    void policyCarriesPolicyFilesLayerAndEarlierReleases() {
        ReviewCompleted event = ReviewMapper.toWire(review(Role.POLICY), "r");
        assertThat(event.getReviewer().getKind()).isEqualTo(ActorKind.SERVICE);
        assertThat(event.getPolicy().getContent()).isEqualTo("autoMerge: true\n");
        assertThat(event.getPolicy().getSourceSha()).isEqualTo(event.getBaseSha());
        assertThat(event.getEvidence().getEarlierReleases()).isEqualTo(3);
        assertThat(event.getEvidence().getLayer()).isEqualTo(2);
        assertThat(event.getEvidence().getFiles()).extracting("path").containsExactly("pom.xml");
        assertThat(event.getMergeTree()).isEqualTo("t".repeat(40));
    }

    @Test
    void testQualityCarriesWhatMachinesProved() {
        ReviewCompleted event = ReviewMapper.toWire(review(Role.TEST_QUALITY), "r");
        assertThat(event.getRole()).isEqualTo(ReviewRole.TEST_QUALITY);
        assertThat(event.getReviewer().getKind()).isEqualTo(ActorKind.AGENT);
        assertThat(event.getEvidence().getFailToPass().getOutcome()).isEqualTo(ProofOutcome.PROVEN);
        assertThat(event.getEvidence().getFailToPass().getTests()).containsExactly("t.T.test_new");
        assertThat(event.getEvidence().getHead().getOutcome()).isEqualTo(TestOutcome.PASSED);
        assertThat(event.getVerdict()).isEqualTo(Verdict.REQUEST_CHANGES);
        assertThat(event.getFindings().getFirst().getSeverity()).isEqualTo(Severity.WARNING);
        assertThat(event.getFindings().getFirst().getFindingId()).isNotBlank();
    }

    @Test
    void opinionsCarryNoEvidence() {
        ReviewCompleted event = ReviewMapper.toWire(review(Role.ARCHITECTURE), "r");
        assertThat(event.getEvidence()).isNull();
        assertThat(event.getPolicy()).isNull();
        assertThat(event.getModel()).isEqualTo("p/m");
    }

    @Test
    void aRedeliveryRepeatsTheRecordedReviewToTheLetter() {
        RecordingEventPublisher publisher = new RecordingEventPublisher();
        KafkaVerdicts verdicts = new KafkaVerdicts(publisher, new InMemoryJournal());
        publisher.failNext(1);
        assertThatThrownBy(() -> verdicts.tell(review(Role.POLICY), Patches.delivery("e-1")))
                .isInstanceOf(TransientFailure.class);
        Review other =
                new Review(Patches.CANDIDATE, Role.POLICY, Conclusion.error("x"), null, null, null, null, Patches.NOW);
        verdicts.tell(other, Patches.delivery("e-1"));
        var published = publisher.publishedOn(Topics.REVIEW_COMPLETED).getFirst();
        assertThat(published.event().getVerdict()).isEqualTo(Verdict.REQUEST_CHANGES);
        assertThat(published.event().getReviewId())
                .isEqualTo(published.identity().eventId());
        assertThat(published.identity())
                .isEqualTo(EventIdentity.derived(Patches.delivery("e-1"), "review-completed/policy"));
        assertThat(verdicts.told(Role.POLICY, Patches.delivery("e-1"))).isTrue();
        assertThat(verdicts.told(Role.ARCHITECTURE, Patches.delivery("e-1"))).isFalse();
    }

    private static Review review(Role role) {
        Conclusion conclusion = new Conclusion(
                Judgement.REQUEST_CHANGES,
                RiskLevel.MEDIUM,
                "Because.",
                List.of(new Remark(Remark.Weight.WARNING, "length", "pom.xml", 3, "Too long.")),
                null);
        return new Review(
                Patches.CANDIDATE,
                role,
                conclusion,
                Patches.patch("pom.xml"),
                role == Role.TEST_QUALITY ? Patches.good() : null,
                role == Role.POLICY ? null : "p/m",
                role == Role.POLICY ? null : "reviewer/x@1",
                Patches.NOW);
    }

    private static CodeGenerated event(String head) {
        return CodeGenerated.newBuilder()
                .setChangeId("c-1")
                .setStoryId("r-1/greet")
                .setRequirementId("r-1")
                .setOrigin(ChangeOrigin.STORY)
                .setRepository(new RepositoryRef("/repo", "main"))
                .setOutcome(CodeOutcome.READY)
                .setStory(Story.newBuilder()
                        .setKey("greet")
                        .setTitle("Greet by name")
                        .setDescription("Say hello.")
                        .setAcceptanceCriteria(List.of("It greets."))
                        .setRationale("")
                        .setConfidence(1)
                        .build())
                .setBaseSha("b".repeat(40))
                .setHeadSha(head)
                .setBranch("sluice/x")
                .setProvenance(Provenance.newBuilder().setProducer("test").build())
                .setGeneratedAt(Patches.NOW)
                .build();
    }
}
