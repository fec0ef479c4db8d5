package dev.sluice.console.adapter.kafka;

import dev.sluice.console.application.LogEntry;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.ReceivedEvent;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Maps received events to entries of the projection. */
final class LogEntries {

    private LogEntries() {}

    static LogEntry of(ReceivedEvent received) {
        SpecificRecord event = received.event();
        var delivery = received.delivery();
        return new LogEntry(
                received.topic().name(),
                received.partition(),
                received.offset(),
                EventJson.clean(delivery.eventId()),
                EventJson.clean(delivery.key()),
                EventJson.clean(delivery.correlationId()),
                received.causationId() == null ? null : EventJson.clean(received.causationId()),
                EventJson.clean(received.source()),
                runOf(received),
                EventJson.within(delivery.occurredAt()),
                Summaries.of(event),
                EventJson.write(event));
    }

    /** The requirement that the event names, else the correlation of the topics that always belong to a run. */
    private static @Nullable String runOf(ReceivedEvent received) {
        SpecificRecord event = received.event();
        Schema.Field field = event.getSchema().getField("requirementId");
        if (field == null) {
            return null;
        }
        Object named = event.get(field.pos());
        if (named != null) {
            return EventJson.clean(named.toString());
        }
        return received.topic().equals(Topics.MODEL_CALLED)
                ? EventJson.clean(received.delivery().correlationId())
                : null;
    }
}
