package dev.sluice.models.gateway;

import dev.sluice.models.provider.ProviderFailure;
import java.time.Duration;

/** Tells the retry that the same route may be asked again after a pause, which fits what is left of the deadline. */
final class TryAgain extends Exception {

    private final ProviderFailure failure;
    private final transient Duration pause;

    TryAgain(ProviderFailure failure, Duration pause) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
        this.pause = pause;
    }

    ProviderFailure failure() {
        return failure;
    }

    Duration pause() {
        return pause;
    }

    /** Whether the provider itself named the pause. */
    boolean demanded() {
        return failure.retryAfter() != null;
    }
}
