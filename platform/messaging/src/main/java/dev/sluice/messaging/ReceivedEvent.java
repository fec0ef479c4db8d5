package dev.sluice.messaging;

import dev.sluice.events.catalogue.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event where it was read.
 *
 * @param delivery what the envelope says
 * @param causationId id of the event that caused it
 * @param source who wrote it, for example {@code /sluice/planner-service}; empty if unknown
 */
public record ReceivedEvent(
        Topic<?> topic,
        int partition,
        long offset,
        Delivery delivery,
        @Nullable String causationId,
        String source,
        SpecificRecord event) {}
