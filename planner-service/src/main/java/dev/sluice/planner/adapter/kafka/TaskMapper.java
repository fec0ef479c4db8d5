package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.PlanWanted;
import dev.sluice.events.RequirementKind;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Requirement;
import java.time.Instant;

/** Planning tasks between {@code plan.wanted} and the domain. */
final class TaskMapper {

    private TaskMapper() {}

    static PlanningTask toDomain(PlanWanted wanted) {
        Requirement requirement = new Requirement(
                wanted.getRequirementId(),
                Requirement.Kind.valueOf(wanted.getKind().name()),
                wanted.getTitle(),
                wanted.getBody(),
                wanted.getAcceptanceCriteria(),
                PartyMapper.toDomain(wanted.getRepository()),
                PartyMapper.toDomain(wanted.getRequestedBy()));
        return new PlanningTask(
                requirement,
                wanted.getRevision(),
                StoryMapper.toDomain(wanted.getPreviousStories()),
                wanted.getFeedback(),
                wanted.getClarifications());
    }

    static PlanWanted toEvent(PlanningTask task, Instant now) {
        Requirement requirement = task.requirement();
        return PlanWanted.newBuilder()
                .setRequirementId(requirement.id())
                .setRevision(task.revision())
                .setKind(RequirementKind.valueOf(requirement.kind().name()))
                .setTitle(requirement.title())
                .setBody(requirement.body())
                .setAcceptanceCriteria(requirement.acceptanceCriteria())
                .setRepository(PartyMapper.toEvent(requirement.repository()))
                .setRequestedBy(PartyMapper.toEvent(requirement.requestedBy()))
                .setPreviousStories(StoryMapper.toEvent(task.previousStories()))
                .setFeedback(task.feedback())
                .setClarifications(task.clarifications())
                .setWantedAt(now)
                .build();
    }
}
