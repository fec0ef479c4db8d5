package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.application.RebaseChange;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.RefusalCause;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventHandler;
import java.util.Set;

/** A merge was refused: where the base of a story's change has moved, move the change. */
public record MergeRefusedListener(RebaseChange rebaseChange, int parallel) implements EventHandler<MergeRefused> {

    @Override
    public Topic<MergeRefused> topic() {
        return Topics.MERGE_REFUSED;
    }

    @Override
    public String group() {
        return "developer-agent-service";
    }

    @Override
    public Set<String> scopes(MergeRefused event) {
        return Set.of("repository:" + event.getRepository().getUrl());
    }

    @Override
    public void on(MergeRefused event, Delivery delivery) {
        if (event.getCause() == RefusalCause.BASE_CHANGED && event.getOrigin() == ChangeOrigin.STORY) {
            rebaseChange.handle(event.getChangeId(), event.getRefusedAt(), delivery);
        }
    }
}
