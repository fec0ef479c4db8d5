package dev.sluice.developer.adapter.kafka;

import dev.sluice.events.CodeGenerated;
import java.util.Optional;

/** Finds a change in the log itself, for when the journal has lost it. Slow: reads {@code code.generated} from its beginning. */
@FunctionalInterface
public interface EarlierChanges {

    Optional<CodeGenerated> find(String changeId);
}
