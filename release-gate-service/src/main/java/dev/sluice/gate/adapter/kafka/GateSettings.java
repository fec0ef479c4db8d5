package dev.sluice.gate.adapter.kafka;

import java.time.Duration;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * How the gate keeps cases and when it looks at its clock.
 *
 * @param tick how often deadlines are looked at
 * @param quiet how long after a start no old record may have come before a deadline counts
 * @param retention how long a decided change is remembered, and how long a verdict waits for its change
 * @param keep where the state lies; its log on the broker is the same
 */
public record GateSettings(Duration tick, Duration quiet, Duration retention, Keep keep) {

    public static final GateSettings USUAL =
            new GateSettings(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofDays(7), Keep.DISK);

    /** Where the state lies: on disk for many cases and a quick restart, in memory for a small footprint. */
    public enum Keep {
        DISK,
        MEMORY
    }

    public GateSettings {
        if (tick.toMillis() < 1 || quiet.isNegative() || retention.toMillis() < 1) {
            throw new IllegalArgumentException("sluice.gate: tick and retention must be positive, quiet not negative");
        }
    }

    KeyValueBytesStoreSupplier store(String name) {
        return switch (keep) {
            case DISK -> Stores.persistentKeyValueStore(name);
            case MEMORY -> Stores.inMemoryKeyValueStore(name);
        };
    }
}
