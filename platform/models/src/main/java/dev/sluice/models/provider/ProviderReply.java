package dev.sluice.models.provider;

import org.jspecify.annotations.Nullable;

/**
 * A complete reply.
 *
 * @param model model that the provider says answered
 * @param finishReason why it stopped, in lower case
 * @param usage tokens billed, null where the provider does not say
 */
public record ProviderReply(
        String text,
        @Nullable String model,
        @Nullable String finishReason,
        @Nullable Usage usage) {

    /** Tokens of one call; input includes cached input, output includes reasoning. */
    public record Usage(
            @Nullable Long input,
            @Nullable Long output,
            @Nullable Long cachedInput,
            @Nullable Long reasoning) {}
}
