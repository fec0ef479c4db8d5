package dev.sluice.messaging.config;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.EventHandler;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.consuming.LogControl;
import dev.sluice.messaging.deadletters.DeadLetters;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import dev.sluice.messaging.redis.RedisJournal;
import dev.sluice.messaging.streams.EventStreams;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Publisher, journal, control, streams and the consumers of all handlers. {@code sluice.messaging.enabled=false} leaves it out. */
@AutoConfiguration(
        afterName = "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnProperty(name = "sluice.messaging.enabled", matchIfMissing = true)
@EnableConfigurationProperties({MessagingProperties.class, KafkaProperties.class})
public class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MessagingSettings messagingSettings(
            MessagingProperties properties,
            KafkaProperties kafka,
            ObjectProvider<SslBundles> ssl,
            Environment environment) {
        return new MessagingSettings(
                client(kafka, ssl.getIfAvailable()),
                serde(properties, environment),
                properties.registry().url(),
                properties.redis().url(),
                properties.messaging().retry().toRetry(),
                properties.messaging().shutdown(),
                streamsDirectory(properties, environment));
    }

    @Bean
    @ConditionalOnMissingBean(EventPublisher.class)
    KafkaEventPublisher eventPublisher(MessagingSettings settings, Environment environment) {
        return KafkaEventPublisher.open(settings, service(environment));
    }

    @Bean
    @ConditionalOnMissingBean(Journal.class)
    RedisJournal journal(MessagingSettings settings) {
        return RedisJournal.open(settings.redisUrl());
    }

    @Bean
    @ConditionalOnMissingBean(Control.class)
    LogControl control(MessagingSettings settings) {
        return LogControl.open(settings);
    }

    @Bean
    @ConditionalOnMissingBean
    EventStreams eventStreams(MessagingSettings settings, Environment environment) {
        return EventStreams.of(settings, service(environment));
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetters deadLetters(MessagingSettings settings) {
        return DeadLetters.open(settings);
    }

    @Bean
    EventConsumersLifecycle eventConsumers(
            MessagingSettings settings,
            Environment environment,
            ObjectProvider<EventHandler<?>> handlers,
            ObjectProvider<EventBatchHandler> batchHandlers,
            Control control,
            ObjectProvider<MeterRegistry> meters) {
        return new EventConsumersLifecycle(
                settings,
                service(environment),
                handlers.orderedStream().toList(),
                batchHandlers.orderedStream().toList(),
                control,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** What every client of the cluster needs: addresses and security. */
    private static Map<String, Object> client(
            KafkaProperties kafka, @org.jspecify.annotations.Nullable SslBundles ssl) {
        Map<String, Object> all = kafka.buildAdminProperties(ssl);
        all.remove("client.id");
        all.values().removeIf(java.util.Objects::isNull);
        return all;
    }

    private static String serde(MessagingProperties properties, Environment environment) {
        String named = properties.registry().serde();
        if (named != null) {
            return named;
        }
        return environment.acceptsProfiles(Profiles.of("confluent")) ? "confluent" : "apicurio";
    }

    private static Path streamsDirectory(MessagingProperties properties, Environment environment) {
        Path configured = properties.streams().directory();
        return configured != null
                ? configured
                : Path.of(System.getProperty("java.io.tmpdir"), "sluice-streams", service(environment));
    }

    private static String service(Environment environment) {
        String name = environment.getProperty("spring.application.name");
        if (name == null || name.isBlank()) {
            throw new IllegalStateException("spring.application.name must be set: events carry it as their source");
        }
        return name;
    }
}
