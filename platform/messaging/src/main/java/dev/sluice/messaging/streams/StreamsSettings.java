package dev.sluice.messaging.streams;

import dev.sluice.messaging.MessagingSettings;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** Standard properties of our Streams applications. What the operator sets wins, except for the guarantee. */
final class StreamsSettings {

    private StreamsSettings() {}

    static Properties of(MessagingSettings settings, String applicationId) {
        Properties all = new Properties();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.STATE_DIR_CONFIG, settings.streamsDirectory().toString());
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1); // the broker's default
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        all.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        all.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        all.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        all.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 10_000);
        all.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 2_000);
        // A member that stops says so, instead of being missed for the length of its session.
        all.put(StreamsConfig.consumerPrefix("internal.leave.group.on.close"), true);
        all.put(StreamsConfig.producerPrefix("linger.ms"), 5);
        all.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        all.put(StreamsConfig.producerPrefix("max.request.size"), 8 * 1024 * 1024);
        all.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 30_000);
        all.put(StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.putAll(settings.client());
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, PoisonHandler.class);
        return all;
    }
}
