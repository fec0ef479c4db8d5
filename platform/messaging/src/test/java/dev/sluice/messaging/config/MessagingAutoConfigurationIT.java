package dev.sluice.messaging.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.Recording;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.kafka.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class MessagingAutoConfigurationIT {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, MessagingAutoConfiguration.class))
            .withPropertyValues(
                    "spring.application.name=boot-test",
                    "spring.kafka.bootstrap-servers=" + Brokers.KAFKA.bootstrapServers(),
                    "sluice.registry.url=" + Brokers.REGISTRY.url(),
                    "sluice.redis.url=" + Brokers.REDIS.url(),
                    "sluice.messaging.retry.max=5s");

    @Test
    void aHandlerBeanIsCalledForWhatTheServicePublishes() {
        Recording handler = new Recording("boot-", 2, (event, delivery) -> {});
        context.withBean(Recording.class, () -> handler).run(started -> {
            started.getBean(EventPublisher.class)
                    .publish(
                            Topics.CLARIFICATION_EXPIRED,
                            Events.expired("boot-1", "hello"),
                            EventIdentity.first("boot-1", "REQ-1"));
            await().atMost(Duration.ofSeconds(20)).until(() -> handler.handled().contains("hello"));
            assertThat(started.getBean(Journal.class).once("boot", "step", String.class, () -> "result"))
                    .isEqualTo("result");
            assertThat(started.getBean(MessagingSettings.class).retry().max()).isEqualTo(Duration.ofSeconds(5));
        });
    }

    @Test
    void aServiceWithoutANameIsToldToHaveOne() {
        context.withPropertyValues("spring.application.name=")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("spring.application.name must be set"));
    }

    @Test
    void theConfluentProfileChangesOnlyTheSerde() {
        context.withPropertyValues("spring.profiles.active=confluent")
                .withBean(EventPublisher.class, () -> new EventPublisher() {
                    @Override
                    public <T extends org.apache.avro.specific.SpecificRecord> void publish(
                            dev.sluice.events.catalogue.Topic<T> topic, T event, EventIdentity identity) {}
                })
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("io.confluent.kafka.serializers"));
    }
}
