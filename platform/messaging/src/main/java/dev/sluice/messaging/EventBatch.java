package dev.sluice.messaging;

import java.util.List;

/**
 * What one poll brought.
 *
 * @param events in order within each partition; may be empty when only positions moved
 * @param next per partition touched, the offset to continue with once the batch is handled
 */
public record EventBatch(List<ReceivedEvent> events, List<Position> next) {

    /** Next offset to read of a partition. */
    public record Position(String topic, int partition, long offset) {}

    public EventBatch {
        events = List.copyOf(events);
        next = List.copyOf(next);
    }
}
