package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.PlanWanted;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventHandler;
import dev.sluice.planner.application.Cause;
import dev.sluice.planner.application.ProposePlan;
import java.util.Set;

/** Has a plan made whenever one is wanted. */
public record PlanWantedHandler(ProposePlan proposePlan, String group, int parallel)
        implements EventHandler<PlanWanted> {

    @Override
    public Topic<PlanWanted> topic() {
        return Topics.PLAN_WANTED;
    }

    @Override
    public Set<String> scopes(PlanWanted event) {
        return Set.of("repository:" + event.getRepository().getUrl());
    }

    @Override
    public void on(PlanWanted event, Delivery delivery) {
        proposePlan.handle(
                TaskMapper.toDomain(event),
                new Cause(delivery.eventId(), delivery.correlationId(), delivery.traceparent()));
    }
}
