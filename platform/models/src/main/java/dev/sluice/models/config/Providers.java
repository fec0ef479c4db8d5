package dev.sluice.models.config;

import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.anthropic.AnthropicProvider;
import dev.sluice.models.provider.gemini.GeminiProvider;
import dev.sluice.models.provider.ollama.OllamaProvider;
import dev.sluice.models.provider.openai.OpenAiProvider;
import dev.sluice.models.provider.recorded.RecordedProvider;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the configured providers. A new type of provider has its line here. */
final class Providers {

    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

    private Providers() {}

    static ModelProvider create(String name, ProviderSettings settings) {
        String property = "sluice.models.providers." + name;
        return switch (settings.type()) {
            case OPENAI -> OpenAiProvider.create(settings);
            case ANTHROPIC -> AnthropicProvider.create(withKey(property, settings));
            case GEMINI -> GeminiProvider.create(withKey(property, settings));
            case OLLAMA -> OllamaProvider.create(settings);
            case RECORDED -> recorded(name, property, settings);
        };
    }

    private static ProviderSettings withKey(String property, ProviderSettings settings) {
        if (settings.apiKey() == null || settings.apiKey().isBlank()) {
            throw new IllegalArgumentException(
                    property + ".api-key must be set: " + settings.type() + " takes no request without one.");
        }
        return settings;
    }

    private static ModelProvider recorded(String name, String property, ProviderSettings settings) {
        if (settings.baseUrl() == null) {
            throw new IllegalArgumentException(
                    property + ".base-url must be set to the directory that holds the recorded replies.");
        }
        RecordedProvider provider = new RecordedProvider(
                settings.baseUrl(), settings.latency() == null ? Duration.ZERO : settings.latency());
        LOG.atWarn()
                .setMessage("Replies of this provider are recorded, no model is asked")
                .addKeyValue("provider", name)
                .addKeyValue("directory", provider.directory())
                .log();
        return provider;
    }
}
