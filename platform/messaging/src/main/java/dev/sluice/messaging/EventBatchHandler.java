package dev.sluice.messaging;

import dev.sluice.events.catalogue.Topic;
import java.util.Set;

/**
 * Handles events of several topics in batches, for projections. Every bean of this type gets a consumer of its own.
 *
 * <p>A transient failure hands over the same batch again after a back-off, for as long as it takes. After any other failure
 * the batch comes again one event at a time, and the event that fails goes to its topic's dead letters.
 */
public interface EventBatchHandler {

    /** Consumer group. */
    String group();

    /** The topics consumed. */
    Set<Topic<?>> topics();

    /** Handles all of the batch or, by throwing, none of it. */
    void on(EventBatch batch);

    /** Whether this handler keeps {@link EventBatch#next} itself, in one transaction with what it derives; else Kafka does. */
    default boolean keepsOffsets() {
        return false;
    }

    /** Where to continue a partition when {@link #keepsOffsets}; 0 for one never seen. */
    default long next(String topic, int partition) {
        return 0;
    }
}
