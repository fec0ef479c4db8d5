package dev.sluice.testing.real;

import dev.sluice.embedded.EmbeddedParts;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.kafka.TopicProvisioning;
import dev.sluice.messaging.registry.SchemaRegistration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Real parts for tests: Kafka with every topic, a registry with every schema, Redis and PostgreSQL. Started when first asked
 * for, shared by all tests of the JVM, gone with it. Tests keep apart by using keys of their own.
 *
 * <p>A test may stop and start a part ({@link #embedded}); it must leave it running.
 */
public final class RealParts {

    private static final int PARTITIONS = 6;

    private final EmbeddedParts parts;

    private RealParts() {
        parts = EmbeddedParts.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "close-real-parts"));
        parts.start((part, elapsed) -> {});
        SchemaRegistration.registerAll(settings());
        TopicProvisioning.createAll(settings(), PARTITIONS);
    }

    private static final class Holder {
        private static final RealParts ONLY = new RealParts();
    }

    /** The parts of this JVM, running. */
    public static RealParts running() {
        return Holder.ONLY;
    }

    public String bootstrapServers() {
        return parts.kafka().bootstrapServers();
    }

    public String registryUrl() {
        return parts.registry().url();
    }

    public String redisUrl() {
        return parts.redis().url();
    }

    public String jdbcUrl() {
        return parts.postgres().jdbcUrl();
    }

    public String jdbcUser() {
        return parts.postgres().user();
    }

    /** Settings of platform/messaging for these parts. */
    public MessagingSettings settings() {
        return MessagingSettings.local(bootstrapServers(), registryUrl(), redisUrl());
    }

    /** Spring properties that point a service at these parts; PostgreSQL as {@code spring.datasource}. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.kafka.bootstrap-servers", bootstrapServers());
        properties.put("sluice.registry.url", registryUrl());
        properties.put("sluice.redis.url", redisUrl());
        properties.put("spring.datasource.url", jdbcUrl());
        properties.put("spring.datasource.username", jdbcUser());
        return properties;
    }

    /** The same properties as command-line arguments. */
    public String[] arguments(String... more) {
        return Stream.concat(
                        properties().entrySet().stream()
                                .map(property -> "--" + property.getKey() + "=" + property.getValue()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The parts themselves, to stop and start one. */
    public EmbeddedParts embedded() {
        return parts;
    }
}
