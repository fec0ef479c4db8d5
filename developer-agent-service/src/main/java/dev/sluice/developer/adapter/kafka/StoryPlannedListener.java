package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.application.DevelopStory;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventHandler;
import java.util.Set;

/** A story is planned: develop it. */
public record StoryPlannedListener(DevelopStory developStory, int parallel) implements EventHandler<StoryPlanned> {

    @Override
    public Topic<StoryPlanned> topic() {
        return Topics.STORY_PLANNED;
    }

    @Override
    public String group() {
        return "developer-agent-service";
    }

    @Override
    public Set<String> scopes(StoryPlanned event) {
        return Set.of("repository:" + event.getRepository().getUrl());
    }

    @Override
    public void on(StoryPlanned event, Delivery delivery) {
        developStory.handle(StoryMapper.toDomain(event), delivery);
    }
}
