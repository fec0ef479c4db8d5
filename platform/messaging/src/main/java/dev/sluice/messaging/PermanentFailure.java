package dev.sluice.messaging;

import org.jspecify.annotations.Nullable;

/** The event can never be handled: it goes to the dead letters at once. */
public class PermanentFailure extends RuntimeException {

    public PermanentFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
