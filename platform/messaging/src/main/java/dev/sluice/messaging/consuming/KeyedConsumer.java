package dev.sluice.messaging.consuming;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventHandler;
import dev.sluice.messaging.MessagingMeter;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Consumes one topic for one handler. One thread polls and decodes, and so keeps the group membership whatever the work
 * takes; virtual threads do the work, in order per key; offsets are committed as the work is done.
 */
final class KeyedConsumer<T extends SpecificRecord> extends PollingConsumer {

    /** Records in memory, those included that wait for a retry or a pause to end. */
    private static final int MOST = 10_000;

    private static final Duration COMMIT_EVERY = Duration.ofMillis(100);
    private static final Duration BUSY_POLL = Duration.ofMillis(100);
    private static final Duration IDLE_POLL = Duration.ofMillis(500);

    private final EventHandler<T> handler;
    private final EventSerdes serdes;
    private final Duration grace;
    private final Backoff backoff;
    private final int enough;
    private final Lanes<Work<T>> lanes;
    private final ExecutorService threads;
    private final ArrayDeque<ConsumerRecord<byte[], byte[]>> undecoded = new ArrayDeque<>();
    private final AtomicBoolean full = new AtomicBoolean();
    private volatile boolean abandoning;
    private int decodeFailures;
    private long decodeAgainAt;
    private long lastCommit;

    KeyedConsumer(
            EventHandler<T> handler,
            MessagingSettings settings,
            EventSerdes serdes,
            Control control,
            DeadLetterWriter deadLetters,
            MeterRegistry meters) {
        super(handler.group() + "." + handler.topic().name(), settings);
        if (handler.parallel() < 1) {
            throw new IllegalArgumentException(handler.group() + ": parallel must be at least 1");
        }
        this.handler = handler;
        this.serdes = serdes;
        this.grace = settings.shutdown();
        this.backoff = new Backoff(settings.retry());
        this.enough = Math.max(4 * handler.parallel(), 1_000);
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("handle-" + name() + "-", 1).factory());
        Progress progress = new Progress(meters, handler.topic().name(), handler.group());
        HandlerRun<T> run =
                new HandlerRun<>(handler, name(), control, deadLetters, backoff, progress, () -> abandoning);
        this.lanes = new Lanes<>(handler.parallel(), threads, run::attempt, this::onLess);
        progress.gauge(MessagingMeter.IN_WORK, lanes::running);
        progress.gauge(MessagingMeter.BUFFERED, lanes::size);
    }

    @Override
    void consume(Consumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(handler.topic().name()), new Assignment(consumer));
        try (EventDecoder decoder = new EventDecoder(serdes.deserializer())) {
            while (!isStopping()) {
                for (ConsumerRecord<byte[], byte[]> record : poll(consumer, timeout())) {
                    undecoded.add(record);
                }
                decode(decoder);
                lanes.launch();
                commit(consumer);
                regulate(consumer);
            }
            finish(consumer);
        } finally {
            undecoded.clear();
            lanes.revoke(consumer.assignment());
        }
    }

    private Duration timeout() {
        if (lanes.size() == 0 && undecoded.isEmpty()) {
            return IDLE_POLL;
        }
        Duration due = lanes.untilDue();
        return due == null || due.compareTo(BUSY_POLL) > 0 ? BUSY_POLL : due;
    }

    /** Decodes what came, until the registry does not answer; what is left is decoded later, in order. */
    private void decode(EventDecoder decoder) {
        if (undecoded.isEmpty() || System.nanoTime() - decodeAgainAt < 0) {
            return;
        }
        while (!undecoded.isEmpty()) {
            try {
                accept(decoder, undecoded.element());
                undecoded.remove();
                decodeFailures = 0;
            } catch (TransientFailure e) {
                decodeFailures++;
                decodeAgainAt =
                        System.nanoTime() + backoff.after(decodeFailures).toNanos();
                warn("Records cannot be decoded yet and are kept", e);
                return;
            }
        }
    }

    private void accept(EventDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.value() == null) {
            lanes.skip(partition, record.offset());
            return;
        }
        Object lane = record.key() == null ? partition : new String(record.key(), StandardCharsets.ISO_8859_1);
        lanes.add(lane, work(decoder, record), partition, record.offset());
    }

    private Work<T> work(EventDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        var delivery = Received.delivery(record);
        try {
            T event = decoder.decode(handler.topic(), record.value());
            return new Work<>(record, delivery, event, event == null ? Set.of() : scopes(event), null);
        } catch (PermanentFailure e) {
            return new Work<>(record, delivery, null, Set.of(), e);
        }
    }

    private Set<String> scopes(T event) {
        try {
            return handler.scopes(event);
        } catch (RuntimeException e) {
            throw new PermanentFailure("The handler cannot tell the scopes of the event", e);
        }
    }

    private void commit(Consumer<?, ?> consumer) {
        long now = System.nanoTime();
        if (now - lastCommit < COMMIT_EVERY.toNanos()) {
            return;
        }
        Map<TopicPartition, OffsetAndMetadata> commits = lanes.commits();
        if (commits.isEmpty()) {
            return;
        }
        lastCommit = now;
        consumer.commitAsync(commits, (offsets, failure) -> {
            if (failure != null) {
                lanes.commitAgain(offsets.keySet());
            }
        });
    }

    /** Fetches no more than can be kept; never stops polling. */
    private void regulate(Consumer<?, ?> consumer) {
        int size = lanes.size() + undecoded.size();
        boolean tooMuch = size >= MOST || !undecoded.isEmpty() || lanes.runnable() >= enough;
        boolean paused = !consumer.paused().isEmpty();
        if (tooMuch) {
            consumer.pause(consumer.assignment());
            full.set(true);
        } else if (paused && lanes.runnable() < enough / 2) {
            full.set(false);
            consumer.resume(consumer.paused());
        }
    }

    private void onLess(int left) {
        if (left < enough / 2 && full.compareAndSet(true, false)) {
            wakeUp();
        }
    }

    /** Lets the work in progress end, as far as there is time, and says what was done. */
    private void finish(Consumer<?, ?> consumer) {
        lanes.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                abandoning = true;
                threads.shutdownNow();
                threads.awaitTermination(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            abandoning = true;
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        commitSync(consumer, lanes.commits());
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
            partitions.forEach(partition -> lanes.assign(partition, committed.get(partition)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitSync(consumer, lanes.commits());
            onPartitionsLost(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            undecoded.removeIf(record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
            lanes.revoke(partitions);
        }
    }
}
