package dev.sluice.models.gateway;

import dev.sluice.models.provider.ProviderFailure;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;

/**
 * How routes are guarded. The library's defaults fit calls of milliseconds, not models: here a time window, few calls
 * before the breaker may open, bounded probes.
 *
 * @param timeLimit longest time for one try
 * @param attempts tries on one route for failures that pass, at least 1
 * @param parallel calls in flight on one route
 */
public record Guarding(Duration timeLimit, int attempts, int parallel) {

    static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_QUEUE = Duration.ofSeconds(30);

    CircuitBreakerConfig breaker() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.TIME_BASED)
                .slidingWindowSize(30)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .slowCallDurationThreshold(Duration.ofHours(1))
                .permittedNumberOfCallsInHalfOpenState(3)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(30))
                .waitDurationInOpenState(Duration.ofSeconds(15))
                .recordException(Guarding::unhealthy)
                .ignoreException(thrown -> !unhealthy(thrown))
                .build();
    }

    RetryConfig retry() {
        IntervalFunction backOff = IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2.0, 0.5);
        return RetryConfig.custom()
                .maxAttempts(attempts)
                .retryOnException(thrown -> thrown instanceof TryAgain)
                .intervalBiFunction(
                        (attempt, outcome) -> outcome.isLeft() && outcome.getLeft() instanceof TryAgain again
                                ? again.demanded() ? again.pause().toMillis() : backOff.apply(attempt)
                                : 0L)
                .build();
    }

    BulkheadConfig bulkhead() {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(parallel)
                .maxWaitDuration(timeLimit.compareTo(LONGEST_QUEUE) < 0 ? timeLimit : LONGEST_QUEUE)
                .build();
    }

    private static boolean unhealthy(Throwable thrown) {
        return thrown instanceof ProviderFailure failure && failure.kind().unhealthy();
    }
}
