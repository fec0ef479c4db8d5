package dev.sluice.console.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A switch as it was last turned. */
public record SwitchState(
        String scope, String state, @Nullable String reason, String changedBy, Instant changedAt) {

    public boolean paused() {
        return state.equals("PAUSED");
    }
}
