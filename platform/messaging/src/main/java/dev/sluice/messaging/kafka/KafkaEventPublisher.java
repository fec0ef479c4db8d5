package dev.sluice.messaging.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes with an idempotent producer and waits for the broker's answer; many threads may publish at once. */
public final class KafkaEventPublisher implements EventPublisher, AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Producer<String, byte[]> producer;
    private final Serializer<Object> serializer;
    private final String source;
    private final Clock clock;

    private KafkaEventPublisher(
            Producer<String, byte[]> producer, Serializer<Object> serializer, String source, Clock clock) {
        this.producer = producer;
        this.serializer = serializer;
        this.source = source;
        this.clock = clock;
    }

    /** A publisher that writes in the name of {@code service}. */
    public static KafkaEventPublisher open(MessagingSettings settings, String service) {
        return new KafkaEventPublisher(
                new KafkaProducer<>(
                        ClientSettings.producer(settings, service), new StringSerializer(), new ByteArraySerializer()),
                EventSerdes.of(settings).serializer(),
                "/sluice/" + service,
                Clock.systemUTC());
    }

    @Override
    public <T extends SpecificRecord> void publish(Topic<T> topic, T event, EventIdentity identity) {
        String key = topic.keyOf(event);
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic.name(),
                null,
                key,
                encode(topic, event),
                Envelope.headers(topic.eventType(), key, identity, source, clock.instant()));
        try {
            Future<?> sent = producer.send(record);
            sent.get(ClientSettings.DELIVERY.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failure(topic, e.getCause() == null ? e : e.getCause());
        } catch (KafkaException | TimeoutException e) {
            throw failure(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(topic, e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE);
        serializer.close();
    }

    private byte[] encode(Topic<?> topic, SpecificRecord event) {
        try {
            return serializer.serialize(topic.name(), event);
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw new TransientFailure(
                        "Cannot publish on " + topic.name() + ": the schema registry does not answer", e);
            }
            throw new PermanentFailure(
                    "Cannot encode an event for " + topic.name() + ": " + Failures.reason(e)
                            + ". Check that its schema is registered and that every field without a default is set.",
                    e);
        }
    }

    private static RuntimeException failure(Topic<?> topic, Throwable cause) {
        if (cause instanceof RecordTooLargeException) {
            return new PermanentFailure("The event is too large for " + topic.name(), cause);
        }
        return new TransientFailure("Cannot publish on " + topic.name() + ": " + Failures.reason(cause), cause);
    }
}
