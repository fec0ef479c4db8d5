package dev.sluice.console.adapter.kafka;

import dev.sluice.console.application.Announcements;
import dev.sluice.console.application.AskedClarification;
import dev.sluice.console.application.HumanVerdict;
import dev.sluice.console.domain.AuditEntry;
import dev.sluice.console.domain.OutsideChange;
import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Submission;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Publishes what people want and decide. Every event id follows from what the event is about. */
public final class KafkaAnnouncements implements Announcements {

    private final EventPublisher publisher;

    public KafkaAnnouncements(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void requirementSubmitted(Submission submission, Instant at) {
        String id = submission.requirementId();
        publisher.publish(
                Topics.REQUIREMENT_SUBMITTED,
                EventMapper.requirement(submission, at),
                EventIdentity.first("requirement.submitted:" + id, id));
    }

    @Override
    public void planDecided(
            String requirementId, int planRevision, String verdict, Party by, @Nullable String reason, Instant at) {
        publisher.publish(
                Topics.PLAN_DECIDED,
                EventMapper.planDecision(requirementId, planRevision, verdict, by, reason, at),
                EventIdentity.first("plan.decided:" + requirementId + "#" + planRevision, requirementId));
    }

    @Override
    public void clarificationAnswered(AskedClarification clarification, List<String> answers, Party by, Instant at) {
        publisher.publish(
                Topics.CLARIFICATION_ANSWERED,
                EventMapper.answer(clarification, answers, by, at),
                EventIdentity.first(
                        "clarification.answered:" + clarification.clarificationId(), clarification.requirementId()));
    }

    @Override
    public void changeOffered(OutsideChange change, String changeId, Instant at) {
        publisher.publish(
                Topics.CODE_GENERATED,
                EventMapper.outsideChange(change, changeId, at),
                EventIdentity.first("code.generated:" + changeId, change.runId()));
    }

    @Override
    public void verdictGiven(HumanVerdict verdict, Instant at) {
        publisher.publish(
                Topics.REVIEW_COMPLETED,
                EventMapper.review(verdict, reviewId(verdict), at),
                EventIdentity.first("review.completed:" + reviewId(verdict), verdict.requirementId()));
    }

    @Override
    public void controlChanged(String scope, String state, @Nullable String reason, Party by, Instant at) {
        publisher.publish(
                Topics.CONTROL_CHANGED,
                EventMapper.control(scope, state, reason, by, at),
                EventIdentity.first("control.changed:" + scope + ":" + state + ":" + by.id() + ":" + at, scope));
    }

    @Override
    public void audited(AuditEntry entry, String causeEventId, String correlationId) {
        publisher.publish(
                Topics.AUDIT_RECORDED,
                EventMapper.audit(entry),
                new EventIdentity(EventIdentity.derive(causeEventId, "audit"), causeEventId, correlationId, null));
    }

    @Override
    public String changeId(String repositoryUrl, String storyId, String headSha) {
        return EventIdentity.derive("change", repositoryUrl + "\n" + storyId + "\n" + headSha);
    }

    @Override
    public String reviewId(HumanVerdict verdict) {
        return EventIdentity.derive(
                verdict.changeId(), "review:HUMAN:" + verdict.reviewer().id());
    }
}
