package dev.sluice.console.real;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.Attempt;
import dev.sluice.events.AttemptKind;
import dev.sluice.events.AttemptOutcome;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Evidence;
import dev.sluice.events.Isolation;
import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.Proof;
import dev.sluice.events.ProofOutcome;
import dev.sluice.events.Provenance;
import dev.sluice.events.Question;
import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Risk;
import dev.sluice.events.Story;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.TestFailure;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.TestReport;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Publishes what the other services would say about one requirement. */
final class SampleRun {

    private static final Actor AGENT =
            Actor.newBuilder().setId("agent").setKind(ActorKind.AGENT).build();

    private final EventPublisher publisher;
    private final String requirementId;
    private final RepositoryRef repository;

    SampleRun(EventPublisher publisher, String requirementId, String repositoryUrl) {
        this.publisher = publisher;
        this.requirementId = requirementId;
        this.repository = RepositoryRef.newBuilder()
                .setUrl(repositoryUrl)
                .setBaseBranch("main")
                .build();
    }

    static Story story(String key, String title, String... dependsOn) {
        return Story.newBuilder()
                .setKey(key)
                .setTitle(title)
                .setDescription("What is wanted of " + key + ".\nAnd what is not.")
                .setAcceptanceCriteria(List.of("It works", "It is tested"))
                .setRationale("It stands alone.")
                .setDependsOn(List.of(dependsOn))
                .setRisks(List.of("None seen"))
                .setConfidence(0.8)
                .build();
    }

    void plan(int revision, String requestedBy, Story... stories) {
        send(
                Topics.PLAN_PROPOSED,
                "plan" + revision,
                PlanProposed.newBuilder()
                        .setRequirementId(requirementId)
                        .setRevision(revision)
                        .setOutcome(PlanOutcome.PROPOSED)
                        .setApproval(PlanApproval.REQUIRED)
                        .setStories(List.of(stories))
                        .setAssumptions(List.of("The format stays as it is"))
                        .setOpenQuestions(List.of())
                        .setRepository(repository)
                        .setRequestedBy(person(requestedBy))
                        .setModel("recorded/planner")
                        .setProposedAt(Instant.now())
                        .build());
    }

    void asks(String clarificationId, String question) {
        send(
                Topics.CLARIFICATION_REQUESTED,
                clarificationId,
                ClarificationRequested.newBuilder()
                        .setClarificationId(clarificationId)
                        .setSubjectId(requirementId)
                        .setSubjectKind(SubjectKind.REQUIREMENT)
                        .setRequirementId(requirementId)
                        .setRole("planner")
                        .setQuestions(List.of(Question.newBuilder()
                                .setQuestion(question)
                                .setOptions(List.of("CSV", "JSON"))
                                .build()))
                        .setExpiresAt(Instant.now().plusSeconds(3_600))
                        .setRequestedAt(Instant.now())
                        .build());
    }

    void starts(Story story) {
        send(
                Topics.STORY_PLANNED,
                "planned:" + story.getKey(),
                StoryPlanned.newBuilder()
                        .setStoryId(storyId(story))
                        .setRequirementId(requirementId)
                        .setPlanRevision(1)
                        .setRevision(1)
                        .setStory(story)
                        .setRepository(repository)
                        .setRequestedBy(person("ann"))
                        .setPlannedAt(Instant.now())
                        .build());
    }

    String writes(Story story, String head, boolean repaired) {
        String changeId = EventIdentity.derive("change", storyId(story) + head);
        List<Attempt> attempts = repaired
                ? List.of(attempt(1, AttemptOutcome.TESTS_FAILED), attempt(2, AttemptOutcome.TESTS_PASSED))
                : List.of(attempt(1, AttemptOutcome.TESTS_PASSED));
        send(
                Topics.CODE_GENERATED,
                "code:" + changeId,
                CodeGenerated.newBuilder()
                        .setChangeId(changeId)
                        .setStoryId(storyId(story))
                        .setRequirementId(requirementId)
                        .setOrigin(ChangeOrigin.STORY)
                        .setRepository(repository)
                        .setOutcome(CodeOutcome.READY)
                        .setStory(story)
                        .setBaseSha("b".repeat(40))
                        .setHeadSha(head)
                        .setBranch("sluice/" + storyId(story))
                        .setAttempts(attempts)
                        .setTestReport(report(TestOutcome.PASSED))
                        .setProvenance(Provenance.newBuilder()
                                .setProducer("developer-agent-service")
                                .setModel("recorded/developer")
                                .build())
                        .setGeneratedAt(Instant.now())
                        .build());
        return changeId;
    }

    void judges(Story story, String changeId, String head, ReviewRole role, Verdict verdict, String summary) {
        Proof proof = Proof.newBuilder()
                .setOutcome(verdict == Verdict.BLOCK ? ProofOutcome.REFUTED : ProofOutcome.PROVEN)
                .setDetail("2 new tests were run on the old code")
                .setTests(List.of("ExportTest.writes"))
                .build();
        Evidence evidence = role == ReviewRole.TEST_QUALITY
                ? Evidence.newBuilder()
                        .setFailToPass(proof)
                        .setPassToPass(Proof.newBuilder()
                                .setOutcome(ProofOutcome.PROVEN)
                                .setDetail("All old tests pass")
                                .build())
                        .setHead(report(TestOutcome.PASSED))
                        .build()
                : null;
        send(
                Topics.REVIEW_COMPLETED,
                "review:" + changeId + role,
                ReviewCompleted.newBuilder()
                        .setReviewId(EventIdentity.derive(changeId, role.name()))
                        .setChangeId(changeId)
                        .setStoryId(storyId(story))
                        .setRequirementId(requirementId)
                        .setRole(role)
                        .setReviewer(AGENT)
                        .setVerdict(verdict)
                        .setRisk(Risk.LOW)
                        .setSummary(summary)
                        .setEvidence(evidence)
                        .setBaseSha("b".repeat(40))
                        .setHeadSha(head)
                        .setCompletedAt(Instant.now())
                        .build());
    }

    void decides(Story story, String changeId, ReleaseOutcome outcome, String code, String why) {
        send(
                Topics.RELEASE_DECIDED,
                "decision:" + changeId,
                ReleaseDecided.newBuilder()
                        .setChangeId(changeId)
                        .setStoryId(storyId(story))
                        .setRequirementId(requirementId)
                        .setRepository(repository)
                        .setOrigin(ChangeOrigin.STORY)
                        .setOutcome(outcome)
                        .setReasons(List.of(Reason.newBuilder()
                                .setCode(code)
                                .setMessage(why)
                                .setSource("gate")
                                .build()))
                        .setLayer(1)
                        .setDeadline(Instant.now())
                        .setDecidedAt(Instant.now())
                        .build());
    }

    void merges(Story story, String changeId, String head) {
        send(
                Topics.CHANGE_MERGED,
                "merged:" + changeId,
                ChangeMerged.newBuilder()
                        .setChangeId(changeId)
                        .setStoryId(storyId(story))
                        .setRequirementId(requirementId)
                        .setRepository(repository)
                        .setHeadSha(head)
                        .setMergeSha(head)
                        .setLandedTree("t".repeat(40))
                        .setAsEvaluated(true)
                        .setMergedBy(AGENT)
                        .setMergedAt(Instant.now())
                        .build());
    }

    private String storyId(Story story) {
        return requirementId + "/" + story.getKey();
    }

    private <T extends SpecificRecord> void send(Topic<T> topic, String step, T event) {
        publisher.publish(topic, event, EventIdentity.first(requirementId + ":" + step, requirementId));
    }

    private static Attempt attempt(int number, AttemptOutcome outcome) {
        boolean passed = outcome == AttemptOutcome.TESTS_PASSED;
        return Attempt.newBuilder()
                .setNumber(number)
                .setKind(number == 1 ? AttemptKind.FIRST : AttemptKind.FIX)
                .setOutcome(outcome)
                .setModel("recorded/developer")
                .setFilesChanged(List.of("src/main/java/Export.java", "src/test/java/ExportTest.java"))
                .setTestReport(report(passed ? TestOutcome.PASSED : TestOutcome.FAILED))
                .setDurationMillis(1_840)
                .build();
    }

    private static TestReport report(TestOutcome outcome) {
        boolean passed = outcome == TestOutcome.PASSED;
        return TestReport.newBuilder()
                .setOutcome(outcome)
                .setCommand("mvn test")
                .setStack("maven")
                .setTotal(12)
                .setPassed(passed ? 12 : 11)
                .setFailed(passed ? 0 : 1)
                .setSkipped(0)
                .setDurationMillis(1_200)
                .setIsolation(Isolation.BUBBLEWRAP)
                .setFailures(
                        passed
                                ? List.of()
                                : List.of(TestFailure.newBuilder()
                                        .setTest("ExportTest.writes")
                                        .setMessage("expected 2 but was 1")
                                        .build()))
                .setOutputTail(passed ? "" : "ExportTest.writes: expected 2 but was 1\nTests run: 12, Failures: 1")
                .build();
    }

    private static Actor person(String id) {
        return Actor.newBuilder().setId(id).setKind(ActorKind.PERSON).build();
    }
}
