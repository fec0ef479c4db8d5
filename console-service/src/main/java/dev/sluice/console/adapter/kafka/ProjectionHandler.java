package dev.sluice.console.adapter.kafka;

import dev.sluice.console.application.LogPosition;
import dev.sluice.console.application.Projection;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventBatch;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.TransientFailure;
import java.util.Set;

/** Reads every topic into the projection. */
public final class ProjectionHandler implements EventBatchHandler {

    private final String group;
    private final Projection projection;
    private final Runnable projected;
    private volatile long epoch;

    /** @param projected told after every batch that was stored */
    public ProjectionHandler(String group, Projection projection, Runnable projected) {
        this.group = group;
        this.projection = projection;
        this.projected = projected;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic<?>> topics() {
        return Set.copyOf(Topics.all());
    }

    @Override
    public boolean keepsOffsets() {
        return true;
    }

    @Override
    public long next(String topic, int partition) {
        epoch = projection.epoch();
        return projection.positions().stream()
                .filter(p -> p.topic().equals(topic) && p.partition() == partition)
                .mapToLong(LogPosition::next)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void on(EventBatch batch) {
        try {
            projection.append(
                    epoch,
                    batch.events().stream().map(LogEntries::of).toList(),
                    batch.next().stream()
                            .map(p -> new LogPosition(p.topic(), p.partition(), p.offset()))
                            .toList());
        } catch (Projection.StaleReader e) {
            throw new TransientFailure("The projection was dropped; it is read again from the beginning of the log", e);
        }
        if (!batch.events().isEmpty()) {
            projected.run();
        }
    }
}
