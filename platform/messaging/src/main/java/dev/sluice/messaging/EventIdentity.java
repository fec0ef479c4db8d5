package dev.sluice.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identity of an outgoing event. A derived event's id follows from its cause and the step, so a repeat repeats the id.
 *
 * @param eventId CloudEvents id
 * @param causationId id of the event that caused it, null for the first of a chain
 * @param correlationId requirement, or repository and pull request, that it belongs to
 * @param traceparent W3C trace context to continue, null to begin a new trace
 */
public record EventIdentity(
        String eventId,
        @Nullable String causationId,
        String correlationId,
        @Nullable String traceparent) {

    /** Identity of what {@code step} publishes because of {@code cause}. */
    public static EventIdentity derived(Delivery cause, String step) {
        return new EventIdentity(
                derive(cause.eventId(), step), cause.eventId(), cause.correlationId(), cause.traceparent());
    }

    /** Identity of an event that no other event caused; {@code name} must be equal for equal submissions. */
    public static EventIdentity first(String name, String correlationId) {
        return new EventIdentity(derive("sluice", name), null, correlationId, null);
    }

    /** Name-based UUID (RFC 9562, version 3) of a step of a cause. */
    public static String derive(String causeId, String step) {
        return UUID.nameUUIDFromBytes((causeId.length() + ":" + causeId + step).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
