package dev.sluice.models.gateway;

import java.time.Duration;

/** The moment by which a call must have an outcome, by the monotonic clock. */
record Deadline(long nanoTime) {

    static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean over() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
