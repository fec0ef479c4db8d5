package dev.sluice.messaging.streams;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.kafka.EventDecoder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Serde of one topic's events; it writes their topic's schema wherever it is used, in state stores too. */
record EventSerde<T extends SpecificRecord>(Topic<T> topic, Serializer<Object> values, EventDecoder decoder)
        implements Serde<T> {

    @Override
    public Serializer<T> serializer() {
        return (anyTopic, event) -> event == null ? null : values.serialize(topic.name(), event);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (anyTopic, bytes) -> decode(bytes);
    }

    private @Nullable T decode(byte @Nullable [] bytes) {
        return decoder.decode(topic, bytes);
    }
}
