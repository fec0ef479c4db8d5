package dev.sluice.messaging.consuming;

import dev.sluice.messaging.MessagingSettings;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential back-off with jitter. */
record Backoff(MessagingSettings.Retry settings) {

    /** How long to wait after the given number of failures, at least 1: between 80 and 120 per cent of the nominal. */
    Duration after(int failures) {
        double nominal =
                (double) settings.initial().toMillis() * Math.pow(settings.multiplier(), Math.min(failures, 64) - 1.0);
        double bounded = Math.min(nominal, (double) settings.max().toMillis());
        return Duration.ofMillis(
                Math.max(1, (long) (bounded * ThreadLocalRandom.current().nextDouble(0.8, 1.2))));
    }

    boolean isSpent(long firstFailureNanos) {
        return System.nanoTime() - firstFailureNanos > settings.budget().toNanos();
    }
}
