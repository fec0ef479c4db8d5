package dev.sluice.models.trace;

import dev.sluice.models.provider.ProviderReply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reply that was obtained, as the journal keeps it: the raw text, so that it is read again by whoever finds it, and
 * what the trace needs.
 */
public record Paid(
        String text,
        String provider,
        String system,
        String model,
        @Nullable String resolvedModel,
        @Nullable String finishReason,
        ProviderReply.@Nullable Usage usage,
        List<Try> tries,
        @Nullable String fallbackReason,
        String breakerState,
        long startedMillis,
        long endedMillis) {

    /** {@code provider/model}. */
    public String route() {
        return provider + "/" + model;
    }
}
