package dev.sluice.console.config;

import dev.sluice.console.adapter.kafka.LogEnds;
import dev.sluice.console.application.EventFeed;
import dev.sluice.console.application.Projection;
import dev.sluice.console.application.ProjectionControl;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** Rebuilds by dropping the projection while its consumer is stopped; on its return the group is given its positions anew. */
final class RestartingProjectionControl implements ProjectionControl {

    private final Projection projection;
    private final EventFeed feed;
    private final LogEnds ends;
    private final Supplier<SmartLifecycle> consumers;

    RestartingProjectionControl(
            Projection projection, EventFeed feed, LogEnds ends, Supplier<SmartLifecycle> consumers) {
        this.projection = projection;
        this.feed = feed;
        this.ends = ends;
        this.consumers = consumers;
    }

    @Override
    public Status status() {
        return new Status(ends.lag(projection), feed.head());
    }

    @Override
    public synchronized void rebuild() {
        SmartLifecycle reading = consumers.get();
        reading.stop();
        try {
            projection.clear();
        } finally {
            reading.start();
        }
    }
}
