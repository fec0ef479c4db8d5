package dev.sluice.messaging;

import org.jspecify.annotations.Nullable;

/** The machinery failed in a way that may pass: the event is handled again after a back-off. */
public class TransientFailure extends RuntimeException {

    public TransientFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
