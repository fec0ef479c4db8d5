package dev.sluice.planner.adapter.kafka;

import dev.sluice.planner.domain.Story;
import dev.sluice.planner.domain.StoryKey;
import java.util.List;

/** Stories between the wire and the domain. */
final class StoryMapper {

    private StoryMapper() {}

    /** Whether every story has a key of its own that may be used in ids, branches and paths. */
    static boolean usable(List<dev.sluice.events.Story> stories) {
        long keys = stories.stream()
                .map(dev.sluice.events.Story::getKey)
                .filter(StoryKey::plain)
                .distinct()
                .count();
        return keys == stories.size();
    }

    static List<Story> toDomain(List<dev.sluice.events.Story> stories) {
        return stories.stream().map(StoryMapper::toDomain).toList();
    }

    static Story toDomain(dev.sluice.events.Story story) {
        return new Story(
                story.getKey(),
                story.getTitle(),
                story.getDescription(),
                story.getAcceptanceCriteria(),
                story.getRationale(),
                story.getDependsOn(),
                story.getRisks(),
                story.getConfidence());
    }

    static List<dev.sluice.events.Story> toEvent(List<Story> stories) {
        return stories.stream().map(StoryMapper::toEvent).toList();
    }

    static dev.sluice.events.Story toEvent(Story story) {
        return dev.sluice.events.Story.newBuilder()
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
