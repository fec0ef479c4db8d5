package dev.sluice.models.provider.openai;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.langchain.BoundedHttpClientBuilder;
import dev.sluice.models.provider.langchain.ChatModelProvider;

/** Makes providers that speak the OpenAI chat-completions API. */
public final class OpenAiProvider {

    private OpenAiProvider() {}

    public static ModelProvider create(ProviderSettings settings) {
        return new ChatModelProvider("openai", model -> client(settings, model), OpenAiProvider::usage);
    }

    private static ChatModel client(ProviderSettings settings, String model) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(new BoundedHttpClientBuilder())
                .baseUrl(settings.baseUrl())
                .apiKey(settings.apiKey())
                .modelName(model)
                .maxCompletionTokens(settings.maxOutputTokens())
                .maxRetries(0)
                .build();
    }

    private static ProviderReply.Usage usage(TokenUsage tokens) {
        Integer cached = null;
        Integer reasoning = null;
        if (tokens instanceof OpenAiTokenUsage detailed) {
            cached = detailed.inputTokensDetails() == null
                    ? null
                    : detailed.inputTokensDetails().cachedTokens();
            reasoning = detailed.outputTokensDetails() == null
                    ? null
                    : detailed.outputTokensDetails().reasoningTokens();
        }
        return new ProviderReply.Usage(
                ChatModelProvider.asLong(tokens.inputTokenCount()),
                ChatModelProvider.asLong(tokens.outputTokenCount()),
                ChatModelProvider.asLong(cached),
                ChatModelProvider.asLong(reasoning));
    }
}
