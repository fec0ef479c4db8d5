package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.planner.application.Cause;
import dev.sluice.planner.application.Proposals;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import java.time.Duration;
import java.time.InstantSource;

/** Publishes proposals; what is published follows from the cause, so that a repeat repeats the ids. */
public final class KafkaProposals implements Proposals {

    private final EventPublisher publisher;
    private final InstantSource clock;
    private final Duration clarificationExpiry;

    public KafkaProposals(EventPublisher publisher, InstantSource clock, Duration clarificationExpiry) {
        this.publisher = publisher;
        this.clock = clock;
        this.clarificationExpiry = clarificationExpiry;
    }

    @Override
    public void publish(PlanningTask task, Proposal proposal, Cause cause) {
        var now = clock.instant();
        switch (proposal) {
            case Proposal.Planned planned ->
                publisher.publish(
                        Topics.PLAN_PROPOSED,
                        ProposalMapper.toEvent(task, planned, now),
                        identity(cause, "plan-proposed"));
            case Proposal.Failed failed ->
                publisher.publish(
                        Topics.PLAN_PROPOSED,
                        ProposalMapper.toEvent(task, failed, now),
                        identity(cause, "plan-proposed"));
            case Proposal.Asked asked ->
                publisher.publish(
                        Topics.CLARIFICATION_REQUESTED,
                        ProposalMapper.toEvent(
                                task,
                                asked,
                                EventIdentity.derive(cause.eventId(), "clarification"),
                                now,
                                now.plus(clarificationExpiry)),
                        identity(cause, "clarification-requested"));
        }
    }

    private static EventIdentity identity(Cause cause, String step) {
        return new EventIdentity(
                EventIdentity.derive(cause.eventId(), step),
                cause.eventId(),
                cause.correlationId(),
                cause.traceparent());
    }
}
