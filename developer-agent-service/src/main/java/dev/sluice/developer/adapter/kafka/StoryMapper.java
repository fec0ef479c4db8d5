package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.events.Story;
import dev.sluice.events.StoryPlanned;

/** {@code story.planned} and the story inside it. */
final class StoryMapper {

    private StoryMapper() {}

    static Assignment toDomain(StoryPlanned event) {
        return new Assignment(
                event.getStoryId(),
                event.getRequirementId(),
                event.getPlanRevision(),
                event.getRevision(),
                toDomain(event.getStory()),
                PartyMapper.toDomain(event.getRepository()),
                PartyMapper.toDomain(event.getRequestedBy()),
                PartyMapper.toDomainOrNull(event.getApprovedBy()),
                event.getClarifications(),
                event.getPlannedAt());
    }

    static StoryPlanned toWire(Assignment assignment) {
        return StoryPlanned.newBuilder()
                .setStoryId(assignment.storyId())
                .setRequirementId(assignment.requirementId())
                .setPlanRevision(assignment.planRevision())
                .setRevision(assignment.revision())
                .setStory(toWire(assignment.story()))
                .setRepository(PartyMapper.toWire(assignment.repository()))
                .setRequestedBy(PartyMapper.toWire(assignment.requestedBy()))
                .setApprovedBy(PartyMapper.toWireOrNull(assignment.approvedBy()))
                .setClarifications(assignment.clarifications())
                .setPlannedAt(assignment.plannedAt())
                .build();
    }

    static StoryText toDomain(Story story) {
        return new StoryText(
                story.getKey(),
                story.getTitle(),
                story.getDescription(),
                story.getAcceptanceCriteria(),
                story.getRationale(),
                story.getDependsOn(),
                story.getRisks(),
                story.getConfidence());
    }

    static Story toWire(StoryText story) {
        return Story.newBuilder()
                .setKey(story.key())
                .setTitle(story.title())
                .setDescription(story.description())
                .setAcceptanceCriteria(story.acceptanceCriteria())
                .setRationale(story.rationale())
                .setDependsOn(story.dependsOn())
                .setRisks(story.risks())
                .setConfidence(story.confidence())
                .build();
    }
}
