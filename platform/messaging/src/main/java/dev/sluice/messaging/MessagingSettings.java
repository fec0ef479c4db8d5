package dev.sluice.messaging;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the brokers are and how to behave towards them.
 *
 * @param client settings of every Kafka client: bootstrap.servers, security
 * @param serde name of the serde configuration, {@code apicurio} or {@code confluent}
 * @param registryUrl the registry's API in the form that serde wants
 * @param redisUrl {@code redis://host:port}
 * @param retry how transient failures are retried
 * @param shutdown how long work in progress may take to end when the service stops
 * @param streamsDirectory state of Kafka Streams
 */
public record MessagingSettings(
        Map<String, Object> client,
        String serde,
        String registryUrl,
        String redisUrl,
        Retry retry,
        Duration shutdown,
        Path streamsDirectory) {

    /**
     * Exponential back-off with jitter.
     *
     * @param budget how long an event may keep failing before it goes to the dead letters after all
     */
    public record Retry(Duration initial, double multiplier, Duration max, Duration budget) {
        public Retry {
            if (initial.isNegative() || initial.isZero() || multiplier < 1 || max.compareTo(initial) < 0) {
                throw new IllegalArgumentException(
                        "sluice.messaging.retry: initial must be positive, multiplier at least 1, max at least initial");
            }
        }

        public static Retry standard() {
            return new Retry(Duration.ofMillis(200), 2, Duration.ofSeconds(30), Duration.ofHours(24));
        }
    }

    public MessagingSettings {
        client = Map.copyOf(client);
    }

    /** Settings for brokers without security. */
    public static MessagingSettings local(String bootstrapServers, String registryUrl, String redisUrl) {
        return new MessagingSettings(
                Map.of("bootstrap.servers", bootstrapServers),
                "apicurio",
                registryUrl,
                redisUrl,
                Retry.standard(),
                Duration.ofSeconds(20),
                Path.of(System.getProperty("java.io.tmpdir"), "sluice-streams"));
    }

    public MessagingSettings withClient(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(client);
        all.putAll(more);
        return new MessagingSettings(all, serde, registryUrl, redisUrl, retry, shutdown, streamsDirectory);
    }

    public MessagingSettings withRetry(Retry changed) {
        return new MessagingSettings(client, serde, registryUrl, redisUrl, changed, shutdown, streamsDirectory);
    }

    public MessagingSettings withStreamsDirectory(Path changed) {
        return new MessagingSettings(client, serde, registryUrl, redisUrl, retry, shutdown, changed);
    }

    public MessagingSettings withShutdown(Duration changed) {
        return new MessagingSettings(client, serde, registryUrl, redisUrl, retry, changed, streamsDirectory);
    }
}
