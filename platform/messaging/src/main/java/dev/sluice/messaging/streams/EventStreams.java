package dev.sluice.messaging.streams;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.Envelope;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import java.time.Instant;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Record;

/** What a topology needs: serdes of the catalogue's topics, envelopes, standard properties, a runner. */
public final class EventStreams implements AutoCloseable {

    private final MessagingSettings settings;
    private final String service;
    private final Serializer<Object> serializer;
    private final Deserializer<Object> deserializer;

    private EventStreams(
            MessagingSettings settings,
            String service,
            Serializer<Object> serializer,
            Deserializer<Object> deserializer) {
        this.settings = settings;
        this.service = service;
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** For a topology that runs on brokers, in the name of {@code service}. */
    public static EventStreams of(MessagingSettings settings, String service) {
        EventSerdes serdes = EventSerdes.of(settings);
        return new EventStreams(settings, service, serdes.serializer(), serdes.deserializer());
    }

    /** For tests of a topology: the same wire format, without brokers or a registry. */
    public static EventStreams offline() {
        CatalogueSerde serde = new CatalogueSerde();
        MessagingSettings nowhere = MessagingSettings.local("nowhere:9092", "http://nowhere", "redis://nowhere:6379");
        return new EventStreams(nowhere, "test", serde, serde);
    }

    /** Serde of a topic's values; also good for state stores that hold them. */
    public <T extends SpecificRecord> Serde<T> serde(Topic<T> topic) {
        return new EventSerde<>(topic, serializer, new EventDecoder(deserializer));
    }

    /** Serde of Avro state that is no topic's value. It reads what the same schema wrote. */
    public static <T extends SpecificRecord> Serde<T> stateSerde(Class<T> type) {
        return new StateSerde<>(type);
    }

    /** Source of a topic, named {@code name} in the topology. */
    public <T extends SpecificRecord> Consumed<String, T> consumed(Topic<T> topic, String name) {
        return Consumed.with(Serdes.String(), serde(topic)).withName(name);
    }

    /** Sink of a topic, named {@code name} in the topology. */
    public <T extends SpecificRecord> Produced<String, T> produced(Topic<T> topic, String name) {
        return Produced.with(Serdes.String(), serde(topic)).withName(name);
    }

    /** Headers for a record that a processor forwards to a topic. */
    public <T extends SpecificRecord> Headers envelope(Topic<T> topic, T event, EventIdentity identity, Instant time) {
        return Envelope.headers(topic.eventType(), topic.keyOf(event), identity, "/sluice/" + service, time);
    }

    /** What the envelope of a record in a processor says. */
    public static Delivery delivery(Record<String, ?> record) {
        String place = record.key() + "/" + record.timestamp();
        return Envelope.delivery(record.headers(), record.key(), place, record.timestamp());
    }

    /** Properties of an application: exactly once, quick to commit, poison to the dead letters. */
    public Properties properties(String applicationId) {
        return StreamsSettings.of(settings, applicationId);
    }

    /** Runs a topology as part of the service's life: starts late, stops in time, replaces threads that die. */
    public StreamsRunner run(String applicationId, Topology topology) {
        return new StreamsRunner(
                applicationId,
                topology,
                properties(applicationId),
                () -> DeadLetterWriter.open(settings, service + "-streams"));
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
