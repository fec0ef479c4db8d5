package dev.sluice.messaging;

import dev.sluice.events.catalogue.Topic;
import org.apache.avro.specific.SpecificRecord;

/** Publishes events with their CloudEvents envelope. */
public interface EventPublisher {

    /**
     * Publishes and returns once the broker has the event.
     *
     * @throws TransientFailure if the broker or the registry cannot be reached in time
     */
    <T extends SpecificRecord> void publish(Topic<T> topic, T event, EventIdentity identity);
}
