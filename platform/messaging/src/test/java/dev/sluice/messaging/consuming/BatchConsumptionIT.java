package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.EventBatch;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchConsumptionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A projection whose store is this object: rows and offsets change together. */
    private static class Projection implements EventBatchHandler {

        final String prefix;
        final boolean keeps;
        final List<String> rows = new CopyOnWriteArrayList<>();
        final Map<String, Long> offsets = new ConcurrentHashMap<>();

        Projection(String prefix, boolean keeps) {
            this.prefix = prefix;
            this.keeps = keeps;
        }

        @Override
        public String group() {
            return "test-" + prefix;
        }

        @Override
        public Set<Topic<?>> topics() {
            return Set.of(Topics.CLARIFICATION_EXPIRED, Topics.CONTROL_CHANGED);
        }

        @Override
        public void on(EventBatch batch) {
            batch.events().forEach(this::row);
            batch.next().forEach(next -> offsets.put(next.topic() + next.partition(), next.offset()));
        }

        void row(ReceivedEvent event) {
            if (event.event() instanceof ClarificationExpired expired
                    && expired.getSubjectId().startsWith(prefix)) {
                rows.add(expired.getClarificationId());
            }
        }

        @Override
        public boolean keepsOffsets() {
            return keeps;
        }

        @Override
        public long next(String topic, int partition) {
            return offsets.getOrDefault(topic + partition, 0L);
        }
    }

    @Test
    void aProjectionThatKeepsItsOffsetsContinuesWhereItsRowsEnd() {
        Projection projection = new Projection("keeps-", true);
        publish("keeps-1", "a");
        publish("keeps-1", "b");
        try (var running = start(projection)) {
            await().atMost(PATIENCE).until(() -> projection.rows.size() == 2);
        }
        publish("keeps-1", "c");
        try (var running = start(projection)) {
            await().atMost(PATIENCE).until(() -> projection.rows.contains("c"));
        }
        assertThat(projection.rows).containsExactly("a", "b", "c");

        projection.rows.clear();
        projection.offsets.clear(); // dropped: it is rebuilt from the log
        try (var running = start(projection)) {
            await().atMost(PATIENCE).until(() -> projection.rows.size() == 3);
        }
    }

    @Test
    void aBatchThatCannotBeTakenYetComesAgainAndLeavesNothingOut() {
        AtomicInteger failures = new AtomicInteger();
        Projection projection = new Projection("again-", false) {
            @Override
            public void on(EventBatch batch) {
                if (failures.incrementAndGet() < 4) {
                    throw new TransientFailure("the database is away", null);
                }
                super.on(batch);
            }
        };
        publish("again-1", "a");
        publish("again-2", "b");
        try (var running = start(projection)) {
            await().atMost(PATIENCE).until(() -> projection.rows.size() == 2);
        }
        assertThat(projection.rows).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void poisonAndTheEventThatBreaksAProjectionGoToTheDeadLettersAndTheRestArrives() throws Exception {
        Projection projection = new Projection("poison-", false) {
            @Override
            void row(ReceivedEvent event) {
                if (event.event() instanceof ClarificationExpired expired
                        && expired.getClarificationId().equals("breaks")) {
                    throw new IllegalStateException("cannot project this");
                }
                super.row(event);
            }
        };
        publish("poison-1", "a");
        publish("poison-1", "breaks");
        publish("poison-1", "b");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Brokers.KAFKA.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CLARIFICATION_EXPIRED.name(),
                            "poison-2".getBytes(StandardCharsets.UTF_8),
                            new byte[] {1, 2, 3}))
                    .get();
        }
        publish("poison-2", "c");
        try (var running = start(projection)) {
            await().atMost(PATIENCE).until(() -> projection.rows.containsAll(List.of("a", "b", "c")));
            await().atMost(PATIENCE).until(() -> letters(projection).size() >= 2);
        }
        assertThat(letters(projection)).extracting(DeadLetter::key).containsExactlyInAnyOrder("poison-1", "poison-2");
    }

    private static List<DeadLetter> letters(Projection projection) {
        return DeadLetters.open(Brokers.settings()).list(Topics.CLARIFICATION_EXPIRED.name(), 200).stream()
                .filter(letter -> letter.group().equals(projection.group()))
                .filter(letter -> String.valueOf(letter.key()).startsWith(projection.prefix))
                .toList();
    }

    private static EventConsumers start(Projection projection) {
        return EventConsumers.start(
                Brokers.settings(), "test", List.of(), List.of(projection), scope -> false, new SimpleMeterRegistry());
    }

    private static void publish(String key, String text) {
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(Brokers.settings(), "test")) {
            publisher.publish(
                    Topics.CLARIFICATION_EXPIRED,
                    Events.expired(key, text),
                    EventIdentity.first(key + "/" + text, "REQ-1"));
            publisher.publish(
                    Topics.CONTROL_CHANGED,
                    Events.control("unrelated", ControlState.RUNNING),
                    EventIdentity.first(key + "/" + text, "unrelated"));
        }
    }
}
