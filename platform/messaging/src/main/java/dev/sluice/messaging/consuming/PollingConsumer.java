package dev.sluice.messaging.consuming;

import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.kafka.ClientSettings;
import dev.sluice.messaging.kafka.Failures;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member of a consumer group with a thread of its own, which begins again after whatever goes wrong. */
abstract class PollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(PollingConsumer.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final String name;
    private final MessagingSettings settings;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Consumer<byte[], byte[]> current;

    PollingConsumer(String group, MessagingSettings settings) {
        this.name = group;
        this.settings = settings;
        this.thread = Thread.ofPlatform().name("poll-" + group).daemon(true).unstarted(this::run);
    }

    /** Polls until {@link #isStopping}, then cleans up and returns. */
    abstract void consume(Consumer<byte[], byte[]> consumer);

    final String name() {
        return name;
    }

    final void start() {
        thread.start();
    }

    final boolean isStopping() {
        return stopping;
    }

    /** Asks the consumer to stop; it is gone after {@link #join}. */
    final void stop() {
        stopping = true;
        wakeUp();
    }

    final void join(Duration limit) {
        try {
            if (thread.isAlive() && !thread.join(limit)) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(3));
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    final void wakeUp() {
        Consumer<byte[], byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    final ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Duration timeout) {
        try {
            return consumer.poll(timeout);
        } catch (WakeupException woken) {
            return ConsumerRecords.empty();
        }
    }

    final void commitSync(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> commits) {
        if (commits.isEmpty()) {
            return;
        }
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                consumer.commitSync(commits, COMMIT);
                return;
            } catch (WakeupException woken) {
                LOG.trace("Woken while committing: that was meant for the poll, so once more");
            } catch (KafkaException e) {
                warn("Offsets were not committed; what they cover may be handled again", e);
                return;
            }
        }
    }

    final void warn(String message, Throwable failure) {
        LOG.atWarn()
                .addKeyValue("group", name)
                .addKeyValue("reason", Failures.reason(failure))
                .log(message);
    }

    private void run() {
        while (!stopping) {
            try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                    ClientSettings.consumer(settings, name),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                current = consumer;
                if (!stopping) {
                    consume(consumer);
                }
            } catch (RuntimeException e) {
                if (!stopping) {
                    warn("A consumer failed and begins again", e);
                    sleep();
                }
            } finally {
                current = null;
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(AGAIN);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
