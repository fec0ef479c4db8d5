package dev.sluice.models.provider.langchain;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderFailure.Kind;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what an exception out of LangChain4j means. */
final class FailureMapping {

    private FailureMapping() {}

    static ProviderFailure failure(RuntimeException thrown) {
        if (cause(thrown, HttpFailure.class) instanceof HttpFailure refused) {
            return ofStatus(refused);
        }
        if (cause(thrown, BoundedHttpClient.OversizedBody.class) != null) {
            return new ProviderFailure(Kind.MALFORMED, "The response is too large to be a reply.", null, null, thrown);
        }
        if (cause(thrown, JsonProcessingException.class) != null) {
            return new ProviderFailure(
                    Kind.MALFORMED, "The response is not the JSON of a chat completion.", null, null, thrown);
        }
        if (cause(thrown, HttpTimeoutException.class) != null) {
            return new ProviderFailure(Kind.CONNECTION, "No connection within ten seconds.", null, null, thrown);
        }
        if (cause(thrown, IOException.class) instanceof IOException broken) {
            return new ProviderFailure(
                    Kind.CONNECTION, "The connection failed: " + describe(broken), null, null, thrown);
        }
        return new ProviderFailure(
                Kind.MALFORMED, "The response cannot be used: " + describe(thrown), null, null, thrown);
    }

    private static ProviderFailure ofStatus(HttpFailure refused) {
        int status = refused.status();
        Duration retryAfter = RetryAfter.of(refused, Instant.now());
        Kind kind = switch (status) {
            case 401, 403 -> Kind.UNAUTHORISED;
            case 408 -> Kind.TIMED_OUT;
            case 429 -> Kind.RATE_LIMITED;
            default -> status >= 500 ? Kind.SERVER_ERROR : Kind.REJECTED;
        };
        return new ProviderFailure(
                kind,
                "The provider answered with status " + status + ": " + refused.getMessage(),
                retryAfter,
                null,
                null);
    }

    private static String describe(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }

    private static @Nullable Throwable cause(Throwable thrown, Class<? extends Throwable> type) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (type.isInstance(at)) {
                return at;
            }
            at = at.getCause();
        }
        return null;
    }
}
