package dev.sluice.models.provider.gemini;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.langchain.BoundedHttpClientBuilder;
import dev.sluice.models.provider.langchain.ChatModelProvider;

/** Makes providers that speak Google's Gemini API. */
public final class GeminiProvider {

    private GeminiProvider() {}

    public static ModelProvider create(ProviderSettings settings) {
        return new ChatModelProvider("gcp.gemini", model -> client(settings, model));
    }

    private static ChatModel client(ProviderSettings settings, String model) {
        var builder = GoogleAiGeminiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .apiKey(settings.apiKey())
                .modelName(model)
                .maxOutputTokens(settings.maxOutputTokens())
                .maxRetries(0);
        if (settings.baseUrl() != null) {
            builder.baseUrl(settings.baseUrl());
        }
        return builder.build();
    }
}
