package dev.sluice.metrics.adapter.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventBatch;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.metrics.application.MeasureFlow;
import java.util.Set;

/** Reads every topic. */
public record FlowReader(MeasureFlow measureFlow, String group) implements EventBatchHandler {

    @Override
    public Set<Topic<?>> topics() {
        return Set.copyOf(Topics.all());
    }

    @Override
    public void on(EventBatch batch) {
        measureFlow.handle(batch.events().stream()
                .map(received -> HappeningMapper.toDomain(
                        received.delivery().eventId(), received.topic().name(), received.event()))
                .toList());
    }
}
