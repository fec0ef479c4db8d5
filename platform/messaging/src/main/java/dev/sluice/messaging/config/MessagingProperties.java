package dev.sluice.messaging.config;

import dev.sluice.messaging.MessagingSettings.Retry;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What an operator sets, under {@code sluice.}; brokers are set as {@code spring.kafka.*}. */
@ConfigurationProperties("sluice")
record MessagingProperties(
        @DefaultValue Registry registry,
        @DefaultValue Redis redis,
        @DefaultValue Messaging messaging,
        @DefaultValue Streams streams) {

    /**
     * Schema registry.
     *
     * @param serde apicurio or confluent; if unset, the Spring profile {@code confluent} decides
     */
    record Registry(
            @DefaultValue("http://localhost:8081/apis/registry/v3")
            String url,

            @Nullable String serde) {}

    record Redis(@DefaultValue("redis://localhost:6379") String url) {}

    record Messaging(
            @DefaultValue Retries retry,
            @DefaultValue("20s") Duration shutdown) {}

    record Retries(
            @DefaultValue("200ms") Duration initial,
            @DefaultValue("2") double multiplier,
            @DefaultValue("30s") Duration max,
            @DefaultValue("24h") Duration budget) {

        Retry toRetry() {
            return new Retry(initial, multiplier, max, budget);
        }
    }

    /** State of Kafka Streams; a folder of its own per instance. */
    record Streams(@Nullable Path directory) {}
}
