package dev.sluice.messaging.consuming;

import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.kafka.ClientSettings;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import dev.sluice.messaging.kafka.Failures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The switches, read from the whole of {@code control.changed} by every process. Until that is read once, all is held. */
public final class LogControl implements Control, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogControl.class);
    private static final String ALL = "all";

    private final MessagingSettings settings;
    private final EventSerdes serdes;
    private final Map<String, ControlState> states = new ConcurrentHashMap<>();
    private final CountDownLatch read = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> current;

    private LogControl(MessagingSettings settings) {
        this.settings = settings;
        this.serdes = EventSerdes.of(settings);
        this.thread = Thread.ofPlatform().name("control").daemon(true).unstarted(this::run);
    }

    /** Begins to read; {@link #await} tells when the present state is known. */
    public static LogControl open(MessagingSettings settings) {
        LogControl control = new LogControl(settings);
        control.thread.start();
        return control;
    }

    /** Waits for the present state; false if it could not be read in time, and all stays held until it is. */
    public boolean await(Duration limit) {
        try {
            return read.await(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean paused(String scope) {
        return read.getCount() > 0
                || states.get(ALL) == ControlState.PAUSED
                || states.get(scope) == ControlState.PAUSED;
    }

    @Override
    public void close() {
        stopping = true;
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int failures = 0;
        Backoff backoff = new Backoff(settings.retry());
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                            ClientSettings.reader(settings, "control"),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer());
                    EventDecoder decoder = new EventDecoder(serdes.deserializer())) {
                current = consumer;
                follow(consumer, decoder);
            } catch (WakeupException stopped) {
                return;
            } catch (KafkaException | TransientFailure e) {
                failures++;
                LOG.atWarn()
                        .addKeyValue("reason", Failures.reason(e))
                        .log(
                                "control.changed cannot be read; check the brokers, the registry and that the topics are created");
                sleep(backoff.after(failures));
            } finally {
                current = null;
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer, EventDecoder decoder) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CONTROL_CHANGED.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new TransientFailure("The topic does not exist", null);
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!stopping) {
            if (read.getCount() > 0
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                read.countDown();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                apply(decoder, record);
            }
        }
    }

    private void apply(EventDecoder decoder, ConsumerRecord<byte[], byte[]> record) {
        try {
            ControlChanged event = decoder.decode(Topics.CONTROL_CHANGED, record.value());
            if (event != null) {
                states.put(event.getScope(), event.getState());
                LOG.atInfo()
                        .addKeyValue("scope", event.getScope())
                        .addKeyValue("state", event.getState())
                        .log("Control");
            }
        } catch (PermanentFailure poison) {
            LOG.atWarn()
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("reason", Failures.reason(poison))
                    .log("A record on control.changed is not an event and is ignored");
        }
    }

    private void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
