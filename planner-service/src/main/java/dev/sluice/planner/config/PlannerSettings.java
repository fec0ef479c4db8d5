package dev.sluice.planner.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the planner.
 *
 * @param applicationId of the Streams application: its consumer group, and the prefix of its internal topics
 * @param group consumer group of the planning work
 * @param parallel how many requirements may be planned at once
 * @param clarificationExpiry how long a question of the planner waits for an answer
 * @param checkExpiryEvery how often is looked for questions that waited too long
 */
@ConfigurationProperties("sluice.planner")
public record PlannerSettings(
        @DefaultValue("planner-service") String applicationId,
        @DefaultValue("planner-service-plans") String group,
        @DefaultValue("64") int parallel,
        @DefaultValue("24h") Duration clarificationExpiry,
        @DefaultValue("5s") Duration checkExpiryEvery) {

    public PlannerSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("sluice.planner.parallel must be at least 1, not " + parallel);
        }
    }
}
