package dev.sluice.console.adapter.kafka;

import dev.sluice.console.application.AskedClarification;
import dev.sluice.console.application.HumanVerdict;
import dev.sluice.console.domain.AuditEntry;
import dev.sluice.console.domain.OutsideChange;
import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Repository;
import dev.sluice.console.domain.Submission;
import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.AuditRecorded;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.Provenance;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Risk;
import dev.sluice.events.Story;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.SubmissionSource;
import dev.sluice.events.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps what people want and decide to the wire. */
final class EventMapper {

    private EventMapper() {}

    static RequirementSubmitted requirement(Submission submission, Instant at) {
        return RequirementSubmitted.newBuilder()
                .setRequirementId(submission.requirementId())
                .setRevision(submission.revision())
                .setKind(RequirementKind.valueOf(submission.kind()))
                .setTitle(submission.title())
                .setBody(submission.body())
                .setAcceptanceCriteria(submission.acceptanceCriteria())
                .setRepository(repository(submission.repository()))
                .setRequestedBy(actor(submission.requestedBy()))
                .setSource(SubmissionSource.valueOf(submission.source()))
                .setExternalId(submission.externalId())
                .setSubmittedAt(at)
                .build();
    }

    static PlanDecided planDecision(
            String requirementId, int planRevision, String verdict, Party by, @Nullable String reason, Instant at) {
        return PlanDecided.newBuilder()
                .setRequirementId(requirementId)
                .setPlanRevision(planRevision)
                .setVerdict(PlanVerdict.valueOf(verdict))
                .setDecidedBy(actor(by))
                .setReason(reason)
                .setDecidedAt(at)
                .build();
    }

    static ClarificationAnswered answer(AskedClarification asked, List<String> answers, Party by, Instant at) {
        return ClarificationAnswered.newBuilder()
                .setClarificationId(asked.clarificationId())
                .setSubjectId(asked.subjectId())
                .setSubjectKind(SubjectKind.valueOf(asked.subjectKind()))
                .setRequirementId(asked.requirementId())
                .setAnswers(answers)
                .setAnsweredBy(actor(by))
                .setAnsweredAt(at)
                .build();
    }

    static CodeGenerated outsideChange(OutsideChange change, String changeId, Instant at) {
        Actor author = actor(change.offeredBy());
        return CodeGenerated.newBuilder()
                .setChangeId(changeId)
                .setStoryId(change.storyId())
                .setRequirementId(change.runId())
                .setOrigin(ChangeOrigin.OUTSIDE)
                .setRepository(repository(change.repository()))
                .setOutcome(CodeOutcome.READY)
                .setStory(story(change))
                .setBaseSha(change.baseSha())
                .setHeadSha(change.headSha())
                .setBranch(change.branch())
                .setProvenance(Provenance.newBuilder()
                        .setProducer("console-service")
                        .setRequestedBy(author)
                        .setAuthor(author)
                        .build())
                .setGeneratedAt(at)
                .build();
    }

    private static @Nullable Story story(OutsideChange change) {
        return change.title() == null
                ? null
                : Story.newBuilder()
                        .setKey("change")
                        .setTitle(change.title())
                        .setDescription(change.description())
                        .setAcceptanceCriteria(change.acceptanceCriteria())
                        .setRationale("")
                        .setConfidence(1)
                        .build();
    }

    static ReviewCompleted review(HumanVerdict verdict, String reviewId, Instant at) {
        return ReviewCompleted.newBuilder()
                .setReviewId(reviewId)
                .setChangeId(verdict.changeId())
                .setStoryId(verdict.storyId())
                .setRequirementId(verdict.requirementId())
                .setRole(ReviewRole.HUMAN)
                .setReviewer(actor(verdict.reviewer()))
                .setVerdict(Verdict.valueOf(verdict.verdict()))
                .setRisk(Risk.valueOf(verdict.risk()))
                .setSummary(verdict.summary())
                .setBaseSha(verdict.baseSha())
                .setHeadSha(verdict.headSha())
                .setCompletedAt(at)
                .build();
    }

    static ControlChanged control(String scope, String state, @Nullable String reason, Party by, Instant at) {
        return ControlChanged.newBuilder()
                .setScope(scope)
                .setState(ControlState.valueOf(state))
                .setReason(reason)
                .setFlags(Map.of())
                .setChangedBy(actor(by))
                .setChangedAt(at)
                .build();
    }

    static AuditRecorded audit(AuditEntry entry) {
        return AuditRecorded.newBuilder()
                .setWriter(entry.writer())
                .setSequence(entry.sequence())
                .setSubject(entry.subject())
                .setActor(actor(Party.person(entry.actor())))
                .setAction(entry.action())
                .setDetail(entry.detail())
                .setPreviousHash(entry.previousHash())
                .setHash(entry.hash())
                .setRecordedAt(entry.recordedAt())
                .build();
    }

    private static Actor actor(Party party) {
        return Actor.newBuilder()
                .setId(party.id())
                .setKind(ActorKind.valueOf(party.kind()))
                .setDisplayName(party.displayName())
                .build();
    }

    private static RepositoryRef repository(Repository repository) {
        return RepositoryRef.newBuilder()
                .setUrl(repository.url())
                .setBaseBranch(repository.baseBranch())
                .build();
    }
}
