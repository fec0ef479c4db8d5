package dev.sluice.metrics.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.Attempt;
import dev.sluice.events.AttemptKind;
import dev.sluice.events.AttemptOutcome;
import dev.sluice.events.CacheTier;
import dev.sluice.events.CallStatus;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.ModelRole;
import dev.sluice.events.Money;
import dev.sluice.events.Provenance;
import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Risk;
import dev.sluice.events.Story;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.SubmissionSource;
import dev.sluice.events.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Events of one story for tests; it takes 10 s to develop, 5 s to review and 2 s to merge. */
public final class Events {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RepositoryRef REPOSITORY = new RepositoryRef("https://example.org/shop.git", "main");
    private static final Actor ADA =
            Actor.newBuilder().setId("ada").setKind(ActorKind.PERSON).build();

    private Events() {}

    public static RequirementSubmitted requirement(String id) {
        return RequirementSubmitted.newBuilder()
                .setRequirementId(id)
                .setRevision(1)
                .setKind(RequirementKind.EPIC)
                .setTitle("Discounts")
                .setBody("Ten percent off.")
                .setRepository(REPOSITORY)
                .setRequestedBy(ADA)
                .setSource(SubmissionSource.CLI)
                .setSubmittedAt(START)
                .build();
    }

    public static StoryPlanned planned(String id) {
        return StoryPlanned.newBuilder()
                .setStoryId(id)
                .setRequirementId("r")
                .setPlanRevision(1)
                .setRevision(1)
                .setStory(Story.newBuilder()
                        .setKey("A")
                        .setTitle("t")
                        .setDescription("d")
                        .setRationale("r")
                        .setConfidence(1)
                        .build())
                .setRepository(REPOSITORY)
                .setRequestedBy(ADA)
                .setPlannedAt(START)
                .build();
    }

    public static CodeGenerated generated(String id) {
        return CodeGenerated.newBuilder()
                .setChangeId("c-" + id)
                .setStoryId(id)
                .setRequirementId("r")
                .setOrigin(ChangeOrigin.STORY)
                .setRepository(REPOSITORY)
                .setOutcome(CodeOutcome.READY)
                .setAttempts(List.of(
                        attempt(1, AttemptKind.FIRST, AttemptOutcome.TESTS_FAILED),
                        attempt(2, AttemptKind.FIX, AttemptOutcome.TESTS_PASSED)))
                .setProvenance(Provenance.newBuilder()
                        .setProducer("developer-agent-service")
                        .build())
                .setGeneratedAt(START.plusSeconds(10))
                .build();
    }

    public static ReviewCompleted reviewed(String id) {
        return ReviewCompleted.newBuilder()
                .setReviewId("v-" + id)
                .setChangeId("c-" + id)
                .setStoryId(id)
                .setRequirementId("r")
                .setRole(ReviewRole.TEST_QUALITY)
                .setReviewer(ADA)
                .setVerdict(Verdict.REQUEST_CHANGES)
                .setRisk(Risk.LOW)
                .setSummary("s")
                .setBaseSha("b")
                .setHeadSha("h")
                .setCompletedAt(START.plusSeconds(12))
                .build();
    }

    public static ReleaseDecided decided(String id) {
        return ReleaseDecided.newBuilder()
                .setChangeId("c-" + id)
                .setStoryId(id)
                .setRequirementId("r")
                .setRepository(REPOSITORY)
                .setOrigin(ChangeOrigin.STORY)
                .setOutcome(ReleaseOutcome.BLOCKED)
                .setReasons(List.of(
                        new Reason("TESTS_FAILED", "m", "s"),
                        new Reason("TESTS_FAILED", "again", "s"),
                        new Reason("PROTECTED_PATH", "m", "s")))
                .setLayer(2)
                .setDeadline(START.plusSeconds(1800))
                .setDecidedAt(START.plusSeconds(15))
                .build();
    }

    public static ChangeMerged merged(String id) {
        return ChangeMerged.newBuilder()
                .setChangeId("c-" + id)
                .setStoryId(id)
                .setRequirementId("r")
                .setRepository(REPOSITORY)
                .setHeadSha("h")
                .setMergeSha("m")
                .setLandedTree("t")
                .setAsEvaluated(true)
                .setMergedBy(ADA)
                .setMergedAt(START.plusSeconds(17))
                .build();
    }

    public static ModelCalled called(String id) {
        return ModelCalled.newBuilder()
                .setTraceId(id)
                .setService("planner-service")
                .setRole(ModelRole.PLANNER)
                .setTask("plan")
                .setStep("plan")
                .setPromptVersion("planner/plan@1")
                .setRequestHash("x")
                .setProvider("openai")
                .setRequestedModel("gpt")
                .setStatus(CallStatus.SUCCEEDED)
                .setStartedAt(START)
                .setEndedAt(START)
                .setDurationMillis(0)
                .setCacheTier(CacheTier.NONE)
                .setInputTokens(120L)
                .setOutputTokens(30L)
                .setActualCost(new Money(new BigDecimal("0.012500"), "USD"))
                .setPrompt("p")
                .build();
    }

    private static Attempt attempt(int number, AttemptKind kind, AttemptOutcome outcome) {
        return Attempt.newBuilder()
                .setNumber(number)
                .setKind(kind)
                .setOutcome(outcome)
                .setDurationMillis(1)
                .build();
    }
}
