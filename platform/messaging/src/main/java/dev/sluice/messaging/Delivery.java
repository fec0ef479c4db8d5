package dev.sluice.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the envelope says of a consumed event.
 *
 * @param eventId id of the event, equal on every redelivery
 * @param correlationId requirement, or repository and pull request, that it belongs to
 * @param key partition key
 * @param occurredAt when the event happened, by its producer's clock
 * @param traceparent W3C trace context that it came with
 */
public record Delivery(
        String eventId,
        String correlationId,
        String key,
        Instant occurredAt,
        @Nullable String traceparent) {}
