package dev.sluice.messaging;

import dev.sluice.events.catalogue.Topic;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Handles one kind of event for one consumer group. Every bean of this type gets a consumer of its own.
 *
 * <p>{@link #on} may block for minutes; events of one key are handled one after the other, up to {@link #parallel} keys at
 * once. Delivery is at least once: the work must be keyed by {@link Delivery#eventId}. A {@link TransientFailure} is
 * retried with back-off, every other exception sends the record to the topic's dead letters.
 */
public interface EventHandler<T extends SpecificRecord> {

    /** The topic consumed. */
    Topic<T> topic();

    /** Consumer group, for example {@code developer-agent-service}. */
    String group();

    /** How many events may be in work at once, at least 1. */
    int parallel();

    /** Scopes besides {@code all} that hold this event while one of them is paused, for example {@code repository:URL}. */
    default Set<String> scopes(T event) {
        return Set.of();
    }

    /** Maps, calls one use case, returns. */
    void on(T event, Delivery delivery);
}
