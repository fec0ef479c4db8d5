package dev.sluice.messaging.streams;

import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.Failures;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs one topology while the service lives. */
public final class StreamsRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE = Duration.ofSeconds(15);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final String applicationId;
    private final Topology topology;
    private final Properties properties;
    private final Supplier<DeadLetterWriter> writers;
    private @Nullable KafkaStreams streams;
    private @Nullable DeadLetterWriter writer;

    StreamsRunner(String applicationId, Topology topology, Properties properties, Supplier<DeadLetterWriter> writers) {
        this.applicationId = applicationId;
        this.topology = topology;
        this.properties = properties;
        this.writers = writers;
    }

    @Override
    public synchronized void start() {
        if (streams != null) {
            return;
        }
        writer = writers.get();
        Properties all = new Properties();
        all.putAll(properties);
        all.put(PoisonHandler.WRITER, writer);
        KafkaStreams starting = new KafkaStreams(topology, all);
        starting.setUncaughtExceptionHandler(failure -> {
            LOG.atWarn()
                    .addKeyValue("application", applicationId)
                    .addKeyValue("reason", Failures.reason(failure))
                    .log("A stream thread failed and is replaced", failure);
            LockSupport.parkNanos(AGAIN.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        starting.start();
        streams = starting;
    }

    @Override
    public synchronized void stop() {
        if (streams != null) {
            streams.close(CLOSE);
            streams = null;
        }
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return streams != null;
    }

    /** After everything that a topology may use, and before the web server goes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 512;
    }

    /** State of the application, NOT_RUNNING before start and after stop. */
    public synchronized KafkaStreams.State state() {
        return streams == null ? KafkaStreams.State.NOT_RUNNING : streams.state();
    }

    /** The running application, for queries of its stores; null when it is not running. */
    public synchronized @Nullable KafkaStreams streams() {
        return streams;
    }
}
