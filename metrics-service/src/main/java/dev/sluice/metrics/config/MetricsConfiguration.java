package dev.sluice.metrics.config;

import dev.sluice.messaging.MessagingSettings;
import dev.sluice.metrics.adapter.kafka.DeadLetterCount;
import dev.sluice.metrics.adapter.kafka.FlowReader;
import dev.sluice.metrics.adapter.micrometer.MicrometerFigures;
import dev.sluice.metrics.application.Figures;
import dev.sluice.metrics.application.MeasureFlow;
import dev.sluice.metrics.domain.RecentIds;
import dev.sluice.metrics.domain.StoryClock;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Wires the metrics service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(MetricsSettings.class)
class MetricsConfiguration {

    @Bean
    Figures figures(MeterRegistry registry) {
        return new MicrometerFigures(registry);
    }

    @Bean
    FlowReader flowReader(Figures figures, MetricsSettings settings) {
        MeasureFlow measureFlow = new MeasureFlow(
                figures, new RecentIds(settings.rememberedEvents()), new StoryClock(settings.openStories()));
        return new FlowReader(measureFlow, settings.group());
    }

    @Bean
    DeadLetterCount deadLetterCount(MessagingSettings messaging, Figures figures) {
        return new DeadLetterCount(messaging.client(), figures);
    }

    @Bean
    SchedulingConfigurer counting(DeadLetterCount count, MetricsSettings settings) {
        return tasks -> tasks.addFixedDelayTask(count::refresh, settings.deadLettersEvery());
    }
}
