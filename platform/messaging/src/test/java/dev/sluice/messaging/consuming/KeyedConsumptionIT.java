package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.MessagingMeter;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.Recording;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class KeyedConsumptionIT {

    private static final Control RUNNING = scope -> false;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final KafkaEventPublisher PUBLISHER = KafkaEventPublisher.open(Brokers.settings(), "test");

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @AfterAll
    static void close() {
        PUBLISHER.close();
    }

    @Test
    void handlesEventsOfOneKeyInOrderAndOfManyKeysAtOnce() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Recording handler = new Recording("order-", 12, (event, delivery) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            sleep(5);
            atOnce.decrementAndGet();
        });
        for (int n = 0; n < 20; n++) {
            for (int key = 0; key < 15; key++) {
                publish("order-" + key, key + "/" + n);
            }
        }
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 300);
        }
        for (int key = 0; key < 15; key++) {
            String prefix = key + "/";
            assertThat(handler.handled().stream().filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(n -> prefix + n).toList());
        }
        // More keys at once than the topic has partitions.
        assertThat(most.get()).isGreaterThan(3).isLessThanOrEqualTo(12);
    }

    @Test
    void aTransientFailureIsRetriedWithoutHoldingUpOtherKeys() {
        AtomicInteger attempts = new AtomicInteger();
        Recording handler = new Recording("retry-", 1, (event, delivery) -> {
            if (event.getClarificationId().equals("bad") && attempts.incrementAndGet() < 5) {
                throw new IllegalStateException(new ConnectException("refused"));
            }
        });
        publish("retry-bad", "bad");
        publish("retry-bad", "after-bad");
        publish("retry-good", "good");
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 3);
        }
        assertThat(handler.handled()).containsExactly("good", "bad", "after-bad");
        assertThat(attempts).hasValue(5);
        assertThat(count(MessagingMeter.RETRIED)).isEqualTo(4);
    }

    @Test
    void whatCannotBeHandledGoesToTheDeadLettersAsItCameAndCanBeReplayed() {
        AtomicInteger refusals = new AtomicInteger();
        Recording handler = new Recording("dead-", 4, (event, delivery) -> {
            if (event.getClarificationId().equals("refused") && refusals.incrementAndGet() == 1) {
                throw new PermanentFailure("not this one", null);
            }
            if (event.getClarificationId().equals("bug")) {
                throw new IllegalStateException("a bug");
            }
        });
        DeadLetters deadLetters = DeadLetters.open(Brokers.settings());
        publish("dead-1", "refused");
        publish("dead-2", "bug");
        byte[] poison = "dead-poison: not an event".getBytes(StandardCharsets.UTF_8);
        sendRaw("dead-3", poison);
        byte[] unknownSchema = {0, 0x7f, 0, 0, 0, 1, 2, 3};
        sendRaw("dead-4", unknownSchema);
        publish("dead-5", "fine");
        String group = handler.group() + "." + handler.topic().name();
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> ours(deadLetters, group).size() >= 4);
            assertThat(handler.handled()).containsExactly("fine");

            Map<String, DeadLetter> byKey = new HashMap<>();
            ours(deadLetters, group).forEach(letter -> byKey.put(String.valueOf(letter.key()), letter));
            assertThat(byKey).containsOnlyKeys("dead-1", "dead-2", "dead-3", "dead-4");
            assertThat(letter(byKey, "dead-3").value()).isEqualTo(poison);
            assertThat(letter(byKey, "dead-4").value()).isEqualTo(unknownSchema);
            DeadLetter refused = letter(byKey, "dead-1");
            assertThat(refused.message()).contains("not this one");
            assertThat(refused.exception()).isEqualTo(PermanentFailure.class.getName());
            assertThat(refused.originalTopic()).isEqualTo(Topics.CLARIFICATION_EXPIRED.name());
            assertThat(refused.originalPartition()).isEqualTo(refused.partition());
            assertThat(refused.originalOffset()).isNotNegative();
            assertThat(refused.eventId())
                    .isEqualTo(identity("dead-1", "refused").eventId());
            assertThat(deadLetters.show(refused.topic(), refused.partition(), refused.offset()))
                    .map(DeadLetter::key)
                    .contains("dead-1");

            assertThat(deadLetters.replay(refused.topic(), refused.partition(), refused.offset()))
                    .isTrue();
            await().atMost(PATIENCE).until(() -> handler.handled().contains("refused"));
        }
        assertThat(deadLetters.show("clarification.expired", 0, 1_000_000)).isEmpty();
    }

    @Test
    void workLongerThanThePollIntervalCausesNoRebalanceAndIsDoneOnce() {
        AtomicInteger begun = new AtomicInteger();
        Recording handler = new Recording("long-", 2, (event, delivery) -> {
            begun.incrementAndGet();
            sleep(6_000);
        });
        MessagingSettings impatient = Brokers.settings()
                .withClient(Map.of(
                        "max.poll.interval.ms", 2_000, "session.timeout.ms", 6_000, "heartbeat.interval.ms", 500));
        publish("long-1", "long");
        try (var running = start(impatient, handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 1);
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void aStopLosesNothingAndARestartRepeatsOnlyWhatWasNotDone() {
        CountDownLatch never = new CountDownLatch(1);
        Recording first = new Recording("stop-", 4, (event, delivery) -> {
            if (event.getClarificationId().equals("hangs")) {
                awaitForever(never);
            }
        });
        publish("stop-hangs", "hangs");
        IntStream.range(0, 50).forEach(n -> publish("stop-" + n, "quick-" + n));
        try (var running = start(first, RUNNING)) {
            await().atMost(PATIENCE).until(() -> first.handled().size() == 50);
        }
        Recording second = new Recording("stop-", 4, (event, delivery) -> {});
        publish("stop-last", "last");
        try (var running = start(second, RUNNING)) {
            await().atMost(PATIENCE).until(() -> second.handled().contains("last"));
            await().atMost(PATIENCE).until(() -> second.handled().contains("hangs"));
        }
        assertThat(second.handled()).containsExactlyInAnyOrder("hangs", "last");
    }

    @Test
    void pausedWorkWaitsOnTheTopicWhileOtherScopesGoOnAndResumesWithinTwoSeconds() {
        String scope = "repository:https://example.org/paused";
        Recording handler = new Recording("pause-", 4, (event, delivery) -> {})
                .scoped(event -> event.getSubjectId().equals("pause-held") ? Set.of(scope) : Set.of());
        try (LogControl control = LogControl.open(Brokers.settings())) {
            assertThat(control.await(PATIENCE)).isTrue();
            turn(scope, ControlState.PAUSED);
            await().atMost(PATIENCE).until(() -> control.paused(scope));
            publish("pause-held", "held");
            publish("pause-free", "free");
            try (var running = start(handler, control)) {
                await().atMost(PATIENCE).until(() -> handler.handled().contains("free"));
                await().during(Duration.ofMillis(700))
                        .atMost(PATIENCE)
                        .until(() -> !handler.handled().contains("held"));
                turn(scope, ControlState.RUNNING);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> handler.handled().contains("held"));

                turn("all", ControlState.PAUSED);
                await().atMost(PATIENCE).until(() -> control.paused("merges"));
                publish("pause-free", "later");
                await().during(Duration.ofMillis(700))
                        .atMost(PATIENCE)
                        .until(() -> !handler.handled().contains("later"));
                turn("all", ControlState.RUNNING);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> handler.handled().contains("later"));
            }
        }
    }

    @Test
    void aBrokerThatRestartsLosesNothing() {
        Map<String, Integer> times = new ConcurrentHashMap<>();
        Recording handler = new Recording(
                "broker-", 8, (event, delivery) -> times.merge(event.getClarificationId(), 1, Integer::sum));
        try (var running = start(handler, RUNNING)) {
            IntStream.range(0, 20).forEach(n -> publish("broker-" + n, "before-" + n));
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 20);
            Brokers.KAFKA.stop();
            Brokers.KAFKA.start();
            IntStream.range(0, 20).forEach(n -> publish("broker-" + n, "after-" + n));
            await().atMost(Duration.ofSeconds(30)).until(() -> times.size() == 40);
        }
    }

    @Test
    void aWaitThatOutlastsTheBudgetEndsInTheDeadLetters() {
        Recording handler = new Recording("budget-", 1, (event, delivery) -> {
            throw new TransientFailure("never", null);
        });
        MessagingSettings shortTempered = Brokers.settings()
                .withRetry(new MessagingSettings.Retry(
                        Duration.ofMillis(20), 2, Duration.ofMillis(100), Duration.ofMillis(300)));
        publish("budget-1", "hopeless");
        try (var running = start(shortTempered, handler, RUNNING)) {
            await().atMost(PATIENCE)
                    .until(() -> ours(
                                            DeadLetters.open(Brokers.settings()),
                                            handler.group() + "."
                                                    + handler.topic().name())
                                    .size()
                            == 1);
        }
    }

    private EventConsumers start(Recording handler, Control control) {
        return start(Brokers.settings(), handler, control);
    }

    private EventConsumers start(MessagingSettings settings, Recording handler, Control control) {
        return EventConsumers.start(settings, "test", List.of(handler), List.of(), control, meters);
    }

    private double count(MessagingMeter meter) {
        return meters.get(meter.id()).counters().stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static DeadLetter letter(Map<String, DeadLetter> byKey, String key) {
        return Objects.requireNonNull(byKey.get(key));
    }

    private static List<DeadLetter> ours(DeadLetters deadLetters, String group) {
        return deadLetters.list(Topics.CLARIFICATION_EXPIRED.name(), 100).stream()
                .filter(letter -> letter.group().equals(group))
                .filter(letter ->
                        group.startsWith("test-" + String.valueOf(letter.key()).replaceAll("-.*", "-")))
                .toList();
    }

    private static void turn(String scope, ControlState state) {
        publisher()
                .publish(
                        Topics.CONTROL_CHANGED,
                        Events.control(scope, state),
                        EventIdentity.first(scope + state + System.nanoTime(), scope));
    }

    private static void publish(String key, String text) {
        publisher().publish(Topics.CLARIFICATION_EXPIRED, Events.expired(key, text), identity(key, text));
    }

    private static EventIdentity identity(String key, String text) {
        return EventIdentity.first(key + "/" + text, "REQ-1");
    }

    private static EventPublisher publisher() {
        return PUBLISHER;
    }

    private static void sendRaw(String key, byte[] value) {
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
    private static void sleep(long millis) {
        try {
            new CountDownLatch(1).await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitForever(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
