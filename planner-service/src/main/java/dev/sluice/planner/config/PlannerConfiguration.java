package dev.sluice.planner.config;

import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.streams.EventStreams;
import dev.sluice.messaging.streams.StreamsRunner;
import dev.sluice.models.ModelGateway;
import dev.sluice.planner.adapter.kafka.KafkaProposals;
import dev.sluice.planner.adapter.kafka.PlanWantedHandler;
import dev.sluice.planner.adapter.kafka.RoadmapTopology;
import dev.sluice.planner.adapter.model.ModelPlanner;
import dev.sluice.planner.application.ProposePlan;
import java.time.InstantSource;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the planner: the Streams application that holds the roadmaps, and the handler that has plans made. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlannerSettings.class)
class PlannerConfiguration {

    @Bean
    PlanWantedHandler planWantedHandler(ModelGateway gateway, EventPublisher publisher, PlannerSettings settings) {
        KafkaProposals proposals =
                new KafkaProposals(publisher, InstantSource.system(), settings.clarificationExpiry());
        return new PlanWantedHandler(
                new ProposePlan(new ModelPlanner(gateway), proposals), settings.group(), settings.parallel());
    }

    @Bean
    StreamsRunner roadmaps(EventStreams streams, PlannerSettings settings) {
        return streams.run(settings.applicationId(), RoadmapTopology.build(streams, settings.checkExpiryEvery()));
    }

    /** Part of readiness as {@code roadmaps}. */
    @Bean
    HealthIndicator roadmapsHealthIndicator(StreamsRunner roadmaps) {
        return () -> {
            KafkaStreams.State state = roadmaps.state();
            return (state.isRunningOrRebalancing() ? Health.up() : Health.outOfService())
                    .withDetail("state", state)
                    .build();
        };
    }
}
