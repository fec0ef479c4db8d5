package dev.sluice.models.gateway;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;

/** The registries that guards are kept in, so that their state shows in metrics and health. */
public record Guards(CircuitBreakerRegistry breakers, RetryRegistry retries, BulkheadRegistry bulkheads) {

    /** Registries of their own. */
    public static Guards create() {
        return new Guards(
                CircuitBreakerRegistry.ofDefaults(), RetryRegistry.ofDefaults(), BulkheadRegistry.ofDefaults());
    }
}
