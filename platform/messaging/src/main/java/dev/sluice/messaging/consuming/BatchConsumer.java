package dev.sluice.messaging.consuming;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.EventBatch;
import dev.sluice.messaging.EventBatch.Position;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import dev.sluice.messaging.kafka.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Consumes topics for a projection: what one poll brings is handed over at once, and again until it is taken. */
final class BatchConsumer extends PollingConsumer {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration COMMIT_EVERY = Duration.ofMillis(200);

    private final EventBatchHandler handler;
    private final EventSerdes serdes;
    private final DeadLetterWriter deadLetters;
    private final Backoff backoff;
    private final Map<String, Topic<?>> topics;
    private final Map<String, Progress> progress;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private final Set<ConsumerRecord<byte[], byte[]>> buried = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean rebalanced;
    private long lastCommit;

    BatchConsumer(
            EventBatchHandler handler,
            MessagingSettings settings,
            EventSerdes serdes,
            DeadLetterWriter deadLetters,
            MeterRegistry meters) {
        super(handler.group(), settings);
        this.handler = handler;
        this.serdes = serdes;
        this.deadLetters = deadLetters;
        this.backoff = new Backoff(settings.retry());
        this.topics = handler.topics().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        this.progress = topics.keySet().stream()
                .collect(Collectors.toMap(topic -> topic, topic -> new Progress(meters, topic, handler.group())));
    }

    @Override
    void consume(Consumer<byte[], byte[]> consumer) {
        uncommitted.clear();
        consumer.subscribe(topics.keySet(), new Assignment(consumer));
        try (EventDecoder decoder = new EventDecoder(serdes.deserializer())) {
            while (!isStopping()) {
                ConsumerRecords<byte[], byte[]> records = poll(consumer, uncommitted.isEmpty() ? POLL : COMMIT_EVERY);
                if (!records.isEmpty()) {
                    rebalanced = false;
                    buried.clear();
                    if (!untilTaken(consumer, () -> take(decoder, records), records)) {
                        rewind(consumer, records);
                    }
                }
                commit(consumer);
            }
            commitSync(consumer, Map.copyOf(uncommitted));
        }
    }

    /** Repeats {@code step} until it passes. False if the partitions changed hands, or the process stops, meanwhile. */
    private boolean untilTaken(Consumer<byte[], byte[]> consumer, Runnable step, ConsumerRecords<?, ?> records) {
        for (int failures = 1; ; failures++) {
            try {
                step.run();
                return true;
            } catch (TransientFailure e) {
                warn("A batch could not be taken yet and will be handed over again", e);
                records.partitions().forEach(at -> meters(at.topic()).retried());
                keepMembership(consumer, backoff.after(failures));
            }
            if (rebalanced || isStopping()) {
                return false;
            }
        }
    }

    private void take(EventDecoder decoder, ConsumerRecords<byte[], byte[]> records) {
        List<ReceivedEvent> events = new ArrayList<>();
        Map<TopicPartition, Position> next = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            next.put(
                    new TopicPartition(record.topic(), record.partition()),
                    new Position(record.topic(), record.partition(), record.offset() + 1));
            try {
                ReceivedEvent event = Received.event(decoder, topic(record.topic()), record);
                if (event != null) {
                    events.add(event);
                }
            } catch (PermanentFailure e) {
                if (buried.add(record)) {
                    bury(record, e);
                }
            }
        }
        handOver(new EventBatch(events, List.copyOf(next.values())), records);
        next.values()
                .forEach(position -> uncommitted.put(
                        new TopicPartition(position.topic(), position.partition()),
                        new OffsetAndMetadata(position.offset())));
    }

    private void handOver(EventBatch batch, ConsumerRecords<byte[], byte[]> records) {
        try {
            on(batch);
        } catch (TransientFailure e) {
            throw e;
        } catch (RuntimeException e) {
            warn("A batch was refused and is handed over one event at a time", e);
            for (ReceivedEvent event : batch.events()) {
                handOver(event, records);
            }
            on(new EventBatch(List.of(), batch.next()));
        }
    }

    private void handOver(ReceivedEvent event, ConsumerRecords<byte[], byte[]> records) {
        Position next = new Position(event.topic().name(), event.partition(), event.offset() + 1);
        try {
            on(new EventBatch(List.of(event), List.of(next)));
        } catch (TransientFailure e) {
            throw e;
        } catch (RuntimeException e) {
            for (ConsumerRecord<byte[], byte[]> record :
                    records.records(new TopicPartition(next.topic(), next.partition()))) {
                if (record.offset() == event.offset() && buried.add(record)) {
                    bury(record, e);
                }
            }
        }
    }

    private void on(EventBatch batch) {
        long begun = System.nanoTime();
        try {
            handler.on(batch);
        } catch (RuntimeException e) {
            throw Failures.isTransient(e) ? new TransientFailure(Failures.reason(e), e) : e;
        }
        for (ReceivedEvent event : batch.events()) {
            meters(event.topic().name()).handled();
        }
        if (!batch.events().isEmpty()) {
            meters(batch.events().getFirst().topic().name()).took(System.nanoTime() - begun);
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, RuntimeException failure) {
        try {
            deadLetters.write(record, failure, name());
        } catch (TransientFailure e) {
            buried.remove(record);
            throw e;
        }
        meters(record.topic()).deadLettered();
    }

    /** Waits without being taken for dead. */
    private void keepMembership(Consumer<byte[], byte[]> consumer, Duration wait) {
        consumer.pause(consumer.assignment());
        long end = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() - end < 0 && !isStopping() && !rebalanced) {
            poll(consumer, Duration.ofNanos(Math.max(1, Math.min(end - System.nanoTime(), POLL.toNanos()))));
        }
        consumer.resume(consumer.paused());
    }

    private static void rewind(Consumer<?, ?> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    private void commit(Consumer<?, ?> consumer) {
        long now = System.nanoTime();
        if (!uncommitted.isEmpty() && now - lastCommit > COMMIT_EVERY.toNanos()) {
            lastCommit = now;
            consumer.commitAsync(Map.copyOf(uncommitted), (offsets, failure) -> {
                if (failure == null) {
                    uncommitted.entrySet().removeAll(offsets.entrySet());
                }
            });
        }
    }

    private Progress meters(String topic) {
        Progress found = progress.get(topic);
        if (found == null) {
            throw new IllegalStateException("No meters for " + topic);
        }
        return found;
    }

    private Topic<?> topic(String name) {
        Topic<?> found = topics.get(name);
        if (found == null) {
            throw new IllegalStateException("Not subscribed to " + name);
        }
        return found;
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            rebalanced |= !partitions.isEmpty();
            if (handler.keepsOffsets()) {
                partitions.forEach(at -> consumer.seek(at, handler.next(at.topic(), at.partition())));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitSync(consumer, Map.copyOf(uncommitted));
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            rebalanced |= !partitions.isEmpty();
            uncommitted.keySet().removeAll(partitions);
        }
    }
}
