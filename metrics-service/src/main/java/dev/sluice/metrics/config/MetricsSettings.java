package dev.sluice.metrics.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the metrics service.
 *
 * @param group consumer group
 * @param rememberedEvents ids of how many events are remembered to recognise duplicates
 * @param openStories how many stories may be timed at once
 * @param deadLettersEvery how often dead letters are counted
 */
@ConfigurationProperties("sluice.metrics")
public record MetricsSettings(
        @DefaultValue("metrics-service") String group,
        @DefaultValue("50000") int rememberedEvents,
        @DefaultValue("20000") int openStories,
        @DefaultValue("15s") Duration deadLettersEvery) {}
