package dev.sluice.models.provider.anthropic;

import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.langchain.BoundedHttpClientBuilder;
import dev.sluice.models.provider.langchain.ChatModelProvider;

/** Makes providers that speak Anthropic's messages API. */
public final class AnthropicProvider {

    /** The API demands a limit, and LangChain4j's own of 1,024 cuts most edits off. */
    private static final int DEFAULT_MAX_TOKENS = 16_384;

    private AnthropicProvider() {}

    public static ModelProvider create(ProviderSettings settings) {
        return new ChatModelProvider("anthropic", model -> client(settings, model));
    }

    private static ChatModel client(ProviderSettings settings, String model) {
        AnthropicChatModel.AnthropicChatModelBuilder builder = AnthropicChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .apiKey(settings.apiKey())
                .modelName(model)
                .maxTokens(settings.maxOutputTokens() == null ? DEFAULT_MAX_TOKENS : settings.maxOutputTokens())
                .maxRetries(0);
        if (settings.baseUrl() != null) {
            builder.baseUrl(settings.baseUrl());
        }
        return builder.build();
    }
}
