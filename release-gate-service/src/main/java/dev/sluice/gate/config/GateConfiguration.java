package dev.sluice.gate.config;

import dev.sluice.gate.ReleaseGateApplication;
import dev.sluice.gate.adapter.forge.LocalForge;
import dev.sluice.gate.adapter.kafka.DecisionListener;
import dev.sluice.gate.adapter.kafka.GateSettings;
import dev.sluice.gate.adapter.kafka.GateTopology;
import dev.sluice.gate.adapter.kafka.KafkaAnnouncements;
import dev.sluice.gate.application.ActOnDecision;
import dev.sluice.gate.application.Announcements;
import dev.sluice.gate.application.Forge;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.streams.EventStreams;
import dev.sluice.messaging.streams.StreamsRunner;
import dev.sluice.workspace.git.Repositories;
import java.time.Clock;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GateProperties.class, WorkspaceProperties.class})
class GateConfiguration {

    @Bean
    StreamsRunner gateStreams(EventStreams streams, Control control, GateProperties properties) {
        GateSettings settings =
                new GateSettings(properties.tick(), properties.quiet(), properties.retention(), properties.keep());
        return streams.run(
                ReleaseGateApplication.CONFIG_NAME,
                GateTopology.build(
                        streams, settings, url -> control.paused("all") || control.paused("repository:" + url)));
    }

    @Bean
    HealthIndicator gateStreamsHealthIndicator(StreamsRunner gateStreams) {
        return () -> {
            KafkaStreams.State state = gateStreams.state();
            return (state.isRunningOrRebalancing() ? Health.up() : Health.down())
                    .withDetail("state", state)
                    .build();
        };
    }

    @Bean
    Forge forge(WorkspaceProperties workspace) {
        return new LocalForge(new Repositories(workspace.directory(), workspace.tokens()));
    }

    @Bean
    Announcements announcements(EventPublisher publisher) {
        return new KafkaAnnouncements(publisher);
    }

    @Bean
    ActOnDecision actOnDecision(Forge forge, Announcements announcements, Journal journal) {
        return new ActOnDecision(forge, announcements, journal, Clock.systemUTC());
    }

    @Bean
    DecisionListener decisionListener(ActOnDecision actOnDecision, GateProperties properties) {
        return new DecisionListener(actOnDecision, properties.parallel());
    }
}
