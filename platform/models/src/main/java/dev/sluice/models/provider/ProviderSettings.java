package dev.sluice.models.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a provider.
 *
 * @param type which API it speaks
 * @param baseUrl where, null for the vendor's own address; the directory for recordings
 * @param apiKey secret, null where none is needed
 * @param maxOutputTokens longest reply to ask for, null for the provider's default
 * @param latency how long a recorded reply takes
 */
public record ProviderSettings(
        Type type,
        @Nullable String baseUrl,
        @Nullable String apiKey,
        @Nullable Integer maxOutputTokens,
        @Nullable Duration latency) {

    /** APIs that are spoken. */
    public enum Type {
        OPENAI,
        ANTHROPIC,
        GEMINI,
        OLLAMA,
        RECORDED
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "ProviderSettings[type=" + type + ", baseUrl=" + baseUrl + ", apiKey="
                + (apiKey == null ? "none" : "***") + "]";
    }
}
