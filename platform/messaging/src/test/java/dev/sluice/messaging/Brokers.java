package dev.sluice.messaging;

import dev.sluice.embedded.EmbeddedKafka;
import dev.sluice.embedded.EmbeddedRedis;
import dev.sluice.embedded.EmbeddedRegistry;
import dev.sluice.messaging.kafka.TopicProvisioning;
import dev.sluice.messaging.registry.SchemaRegistration;
import java.time.Duration;

/** Kafka, registry and Redis, started once per JVM and shared by all tests. */
public final class Brokers {

    public static final EmbeddedKafka KAFKA;
    public static final EmbeddedRegistry REGISTRY;
    public static final EmbeddedRedis REDIS;

    static {
        KAFKA = EmbeddedKafka.temporary().start();
        REGISTRY = EmbeddedRegistry.temporary().start();
        REDIS = EmbeddedRedis.temporary().start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            KAFKA.close();
            REGISTRY.close();
            REDIS.close();
        }));
        SchemaRegistration.registerAll(settings());
        TopicProvisioning.createAll(settings(), 3);
    }

    private Brokers() {}

    /** Settings with short back-offs. */
    public static MessagingSettings settings() {
        return MessagingSettings.local(KAFKA.bootstrapServers(), REGISTRY.url(), REDIS.url())
                .withRetry(new MessagingSettings.Retry(
                        Duration.ofMillis(50), 2, Duration.ofMillis(500), Duration.ofMinutes(5)))
                .withShutdown(Duration.ofSeconds(2));
    }
}
