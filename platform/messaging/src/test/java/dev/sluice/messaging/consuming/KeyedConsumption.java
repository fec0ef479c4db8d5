package dev.sluice.messaging.consuming;

import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.MessagingMeter;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.Recording;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import dev.sluice.messaging.kafka.EventSerdes;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the tests of keyed consumption share. */
abstract class KeyedConsumption {

    static final Control RUNNING = scope -> false;
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Open until the JVM ends, as the brokers are. */
    private static final KafkaEventPublisher PUBLISHER = KafkaEventPublisher.open(Brokers.settings(), "test");

    final MeterRegistry meters = new SimpleMeterRegistry();

    final EventConsumers start(Recording handler, Control control) {
        return start(Brokers.settings(), handler, control);
    }

    final EventConsumers start(MessagingSettings settings, Recording handler, Control control) {
        return EventConsumers.start(settings, "test", List.of(handler), List.of(), control, meters);
    }

    final double count(MessagingMeter meter) {
        return meters.get(meter.id()).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    static DeadLetter letter(Map<String, DeadLetter> byKey, String key) {
        return Objects.requireNonNull(byKey.get(key));
    }

    static List<DeadLetter> ours(DeadLetters deadLetters, String group) {
        return deadLetters.list(Topics.CLARIFICATION_EXPIRED.name(), 100).stream()
                .filter(letter -> letter.group().equals(group))
                .filter(letter ->
                        group.startsWith("test-" + String.valueOf(letter.key()).replaceAll("-.*", "-")))
                .toList();
    }

    static void turn(String scope, ControlState state) {
        publisher()
                .publish(
                        Topics.CONTROL_CHANGED,
                        Events.control(scope, state),
                        EventIdentity.first(scope + state + System.nanoTime(), scope));
    }

    static void publish(String key, String text) {
        publisher().publish(Topics.CLARIFICATION_EXPIRED, Events.expired(key, text), identity(key, text));
    }

    static EventIdentity identity(String key, String text) {
        return EventIdentity.first(key + "/" + text, "REQ-1");
    }

    static EventPublisher publisher() {
        return PUBLISHER;
    }

    /** An event of that key as its producer would write it. */
    static byte[] encoded(String key) {
        try (var serializer = EventSerdes.of(Brokers.settings()).serializer()) {
            return serializer.serialize(Topics.CLARIFICATION_EXPIRED.name(), Events.expired(key, "whole"));
        }
    }

    static void sendRaw(String key, byte[] value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Brokers.KAFKA.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CLARIFICATION_EXPIRED.name(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes time, as work does. */
    static void sleep(long millis) {
        try {
            new CountDownLatch(1).await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
