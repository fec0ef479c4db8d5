package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.Question;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.Story;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.SubmissionSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Events about one requirement for tests. */
public final class Events {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final RepositoryRef REPOSITORY = new RepositoryRef("https://example.org/shop.git", "main");
    static final Actor ADA = new Actor("ada", ActorKind.PERSON, "Ada");
    static final Actor BO = new Actor("bo", ActorKind.PERSON, null);

    private Events() {}

    public static RequirementSubmitted submitted(String id, RequirementKind kind, String body) {
        return RequirementSubmitted.newBuilder()
                .setRequirementId(id)
                .setRevision(1)
                .setKind(kind)
                .setTitle("Discounts")
                .setBody(body)
                .setRepository(REPOSITORY)
                .setRequestedBy(ADA)
                .setSource(SubmissionSource.CLI)
                .setSubmittedAt(NOW)
                .build();
    }

    public static PlanProposed proposed(String id, int revision, Story... stories) {
        return PlanProposed.newBuilder()
                .setRequirementId(id)
                .setRevision(revision)
                .setOutcome(PlanOutcome.PROPOSED)
                .setApproval(PlanApproval.REQUIRED)
                .setStories(Arrays.asList(stories))
                .setRepository(REPOSITORY)
                .setRequestedBy(ADA)
                .setProposedAt(NOW)
                .build();
    }

    public static Story story(String key, String... dependsOn) {
        return Story.newBuilder()
                .setKey(key)
                .setTitle("Title of " + key)
                .setDescription("Description.")
                .setAcceptanceCriteria(List.of("It works."))
                .setRationale("")
                .setDependsOn(Arrays.asList(dependsOn))
                .setConfidence(0.5)
                .build();
    }

    public static PlanDecided decided(String id, int revision, PlanVerdict verdict) {
        return PlanDecided.newBuilder()
                .setRequirementId(id)
                .setPlanRevision(revision)
                .setVerdict(verdict)
                .setDecidedBy(BO)
                .setReason("because")
                .setDecidedAt(NOW)
                .build();
    }

    public static ChangeMerged merged(String requirementId, String storyId) {
        return ChangeMerged.newBuilder()
                .setChangeId("change of " + storyId)
                .setStoryId(storyId)
                .setRequirementId(requirementId)
                .setRepository(REPOSITORY)
                .setHeadSha("h")
                .setMergeSha("m")
                .setLandedTree("t")
                .setAsEvaluated(true)
                .setMergedBy(BO)
                .setMergedAt(NOW)
                .build();
    }

    public static ClarificationRequested asked(
            String id, SubjectKind kind, String subjectId, String requirementId, Duration expiry) {
        return ClarificationRequested.newBuilder()
                .setClarificationId(id)
                .setSubjectId(subjectId)
                .setSubjectKind(kind)
                .setRequirementId(requirementId)
                .setRole("planner")
                .setQuestions(List.of(new Question("For whom?", List.of("Members", "All"))))
                .setExpiresAt(NOW.plus(expiry))
                .setRequestedAt(NOW)
                .build();
    }

    public static ClarificationAnswered answered(ClarificationRequested asked, String answer) {
        return ClarificationAnswered.newBuilder()
                .setClarificationId(asked.getClarificationId())
                .setSubjectId(asked.getSubjectId())
                .setSubjectKind(asked.getSubjectKind())
                .setRequirementId(asked.getRequirementId())
                .setAnswers(List.of(answer))
                .setAnsweredBy(BO)
                .setAnsweredAt(NOW)
                .build();
    }
}
