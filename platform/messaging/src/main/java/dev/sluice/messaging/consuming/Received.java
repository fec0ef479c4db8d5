package dev.sluice.messaging.consuming;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.kafka.Envelope;
import dev.sluice.messaging.kafka.EventDecoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads what travels around a value. */
final class Received {

    private Received() {}

    static Delivery delivery(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return Envelope.delivery(record.headers(), key, place, record.timestamp());
    }

    /** The event; null for a tombstone. Throws what {@link EventDecoder#decode} throws. */
    static @Nullable ReceivedEvent event(EventDecoder decoder, Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        SpecificRecord event = decoder.decode(topic, record.value());
        if (event == null) {
            return null;
        }
        String source = Envelope.text(record.headers(), Envelope.SOURCE);
        return new ReceivedEvent(
                topic,
                record.partition(),
                record.offset(),
                delivery(record),
                Envelope.text(record.headers(), Envelope.CAUSATION),
                source == null ? "" : source,
                event);
    }
}
