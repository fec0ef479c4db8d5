package dev.sluice.models.provider.ollama;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.langchain.BoundedHttpClientBuilder;
import dev.sluice.models.provider.langchain.ChatModelProvider;

/** Makes providers that speak Ollama's own API. */
public final class OllamaProvider {

    private static final String DEFAULT_URL = "http://localhost:11434";

    private OllamaProvider() {}

    public static ModelProvider create(ProviderSettings settings) {
        return new ChatModelProvider("ollama", model -> client(settings, model));
    }

    private static ChatModel client(ProviderSettings settings, String model) {
        return OllamaChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .baseUrl(settings.baseUrl() == null ? DEFAULT_URL : settings.baseUrl())
                .modelName(model)
                .numPredict(settings.maxOutputTokens())
                .maxRetries(0)
                .build();
    }
}
