package dev.sluice.models.config;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.gateway.ClosableGateway;
import dev.sluice.models.gateway.Guards;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives a service its door to models. The guards live in resilience4j's registries, so its metrics and endpoints show them. */
@AutoConfiguration(
        afterName = {
            "dev.sluice.messaging.config.MessagingAutoConfiguration",
            "dev.sluice.messaging.MessagingAutoConfiguration",
            "io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
            "io.github.resilience4j.springboot3.retry.autoconfigure.RetryAutoConfiguration",
            "io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration",
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration"
        })
@EnableConfigurationProperties(ModelsProperties.class)
public class ModelsAutoConfiguration {

    /** The door; made when something asks for it, so that a service without models needs no settings. */
    @Bean(destroyMethod = "close")
    @Lazy
    @ConditionalOnMissingBean(ModelGateway.class)
    ClosableGateway modelGateway(
            ModelsProperties properties,
            @Value("${spring.application.name:sluice}") String service,
            Journal journal,
            EventPublisher publisher,
            Control control,
            ObjectProvider<CircuitBreakerRegistry> breakers,
            ObjectProvider<RetryRegistry> retries,
            ObjectProvider<BulkheadRegistry> bulkheads,
            ObjectProvider<MeterRegistry> meters) {
        Guards guards = new Guards(
                breakers.getIfAvailable(CircuitBreakerRegistry::ofDefaults),
                retries.getIfAvailable(RetryRegistry::ofDefaults),
                bulkheads.getIfAvailable(BulkheadRegistry::ofDefaults));
        return ModelGateways.create(
                properties,
                service,
                journal,
                publisher,
                control,
                guards,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
