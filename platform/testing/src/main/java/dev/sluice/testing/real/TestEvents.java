package dev.sluice.testing.real;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/**
 * Publishes events on real parts and reads what lies on their topics (read_committed, every partition, from the first
 * record). Closing it closes its clients, not the parts.
 */
public final class TestEvents implements AutoCloseable {

    /** How long {@link #await} waits. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RealParts parts;
    private final KafkaEventPublisher publisher;
    private final Map<String, TopicReader> readers = new ConcurrentHashMap<>();

    private TestEvents(RealParts parts) {
        this.parts = parts;
        this.publisher = KafkaEventPublisher.open(parts.settings(), "test");
    }

    /** Events on the parts of this JVM. */
    public static TestEvents open() {
        return new TestEvents(RealParts.running());
    }

    /** A real publisher. */
    public EventPublisher publisher() {
        return publisher;
    }

    /** Publishes an event. */
    public <T extends SpecificRecord> void publish(Topic<T> topic, T event, EventIdentity identity) {
        publisher.publish(topic, event, identity);
    }

    /** Publishes bytes as they are: poison, for example. */
    public void publishBytes(String topic, String key, byte[] value) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", parts.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot publish on " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while publishing on " + topic, e);
        }
    }

    /** Everything on {@code topic} now; what cannot be decoded is left out. Ordered within a partition. */
    public <T extends SpecificRecord> List<Received<T>> on(Topic<T> topic) {
        return reader(topic.name()).events(topic);
    }

    /** Everything of {@code key} on {@code topic} now, oldest first. */
    public <T extends SpecificRecord> List<Received<T>> on(Topic<T> topic, String key) {
        return on(topic).stream().filter(received -> received.key().equals(key)).toList();
    }

    /** Raw values of the dead letters of {@code topic} now. */
    public List<byte[]> deadLetters(Topic<?> topic) {
        return reader(topic.deadLetters()).values();
    }

    /** The first event of {@code key}, waiting for it. */
    public <T extends SpecificRecord> Received<T> await(Topic<T> topic, String key) {
        return await(topic, key, event -> true);
    }

    /** The first event of {@code key} that {@code which} selects, waiting for it. */
    public <T extends SpecificRecord> Received<T> await(Topic<T> topic, String key, Predicate<T> which) {
        List<Received<T>> found = new ArrayList<>();
        Awaitility.await("an event of " + key + " on " + topic.name())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    on(topic, key).stream()
                            .filter(received -> which.test(received.event()))
                            .findFirst()
                            .ifPresent(found::add);
                    return !found.isEmpty();
                });
        return found.getFirst();
    }

    /** Waits until there are {@code count} events of {@code key}, and returns all there are. */
    public <T extends SpecificRecord> List<Received<T>> awaitCount(Topic<T> topic, String key, int count) {
        Awaitility.await(count + " events of " + key + " on " + topic.name())
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> on(topic, key).size() >= count);
        return on(topic, key);
    }

    @Override
    public void close() {
        readers.values().forEach(TopicReader::close);
        publisher.close();
    }

    private TopicReader reader(String topic) {
        return readers.computeIfAbsent(topic, name -> new TopicReader(parts.settings(), name));
    }
}
