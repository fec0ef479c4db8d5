package dev.sluice.gate.adapter.kafka;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether the gate has caught up after a start. Verdicts that came while it was down are still on the topic then, and no
 * deadline may pass over them: it waits until no old record has come for a while, but not for ever.
 */
final class Settling {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration OLD = Duration.ofSeconds(5);

    private final Duration quiet;
    private Instant start = Instant.MAX;
    private Instant lastOld = Instant.EPOCH;

    /** Begins at the first moment it is told of, because a task that starts does not know the time yet. */
    Settling(Duration quiet) {
        this.quiet = quiet;
    }

    void saw(Instant written, Instant now) {
        begin(now);
        if (written.isBefore(now.minus(OLD))) {
            lastOld = now;
        }
    }

    boolean settled(Instant now) {
        begin(now);
        return !now.isBefore(lastOld.plus(quiet)) || !now.isBefore(start.plus(LONGEST));
    }

    private void begin(Instant now) {
        if (start.equals(Instant.MAX)) {
            start = now;
            lastOld = now;
        }
    }
}
