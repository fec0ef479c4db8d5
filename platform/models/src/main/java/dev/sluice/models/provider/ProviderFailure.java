package dev.sluice.models.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider did not give a complete reply. The message is for people and holds no secret. */
public final class ProviderFailure extends Exception {

    /** What went wrong, and what follows from it. */
    public enum Kind {
        /** No connection, or it broke. */
        CONNECTION(true, true),
        /** Status 5xx. */
        SERVER_ERROR(true, true),
        /** Status 429. */
        RATE_LIMITED(true, false),
        /** No answer in time: a silent route is not asked again. */
        TIMED_OUT(false, true),
        /** Status 200 without a usable body. */
        MALFORMED(false, true),
        /** Status 401 or 403. */
        UNAUTHORISED(false, true),
        /** Another status 4xx. */
        REJECTED(false, false),
        /** The reply ended at the token limit. */
        CUT_OFF(false, false),
        /** The provider's content filter stopped it. */
        FILTERED(false, false),
        /** Nothing recorded. */
        NOT_RECORDED(false, false),
        /** Not asked: its circuit breaker is open. */
        BREAKER_OPEN(false, false),
        /** Not asked: too many calls were in flight. */
        BUSY(false, false);

        private final boolean worthRepeating;
        private final boolean unhealthy;

        Kind(boolean worthRepeating, boolean unhealthy) {
            this.worthRepeating = worthRepeating;
            this.unhealthy = unhealthy;
        }

        /** Whether the same route may answer a moment later. */
        public boolean worthRepeating() {
            return worthRepeating;
        }

        /** Whether it counts against the route's health. */
        public boolean unhealthy() {
            return unhealthy;
        }
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final @Nullable String text;

    public ProviderFailure(Kind kind, String message) {
        this(kind, message, null, null, null);
    }

    public ProviderFailure(
            Kind kind,
            String message,
            @Nullable Duration retryAfter,
            @Nullable String text,
            @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.text = text;
    }

    public Kind kind() {
        return kind;
    }

    /** How long the provider asks to be left alone. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** What a model said, where it said something that cannot be used. */
    public @Nullable String text() {
        return text;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
