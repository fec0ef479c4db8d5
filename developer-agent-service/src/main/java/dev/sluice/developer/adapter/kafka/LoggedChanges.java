package dev.sluice.developer.adapter.kafka;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.consuming.EventReader;
import java.util.Optional;
import java.util.Set;

/** Finds a change by reading the whole topic: the log is the truth, and the journal may have been lost. */
public record LoggedChanges(EventReader reader) implements EarlierChanges {

    @Override
    public Optional<CodeGenerated> find(String changeId) {
        return reader.all(Set.of(Topics.CODE_GENERATED)).stream()
                .map(ReceivedEvent::event)
                .filter(CodeGenerated.class::isInstance)
                .map(CodeGenerated.class::cast)
                .filter(event -> event.getChangeId().equals(changeId))
                .findFirst();
    }
}
