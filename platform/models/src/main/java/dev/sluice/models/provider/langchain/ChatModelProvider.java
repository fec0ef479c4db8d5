package dev.sluice.models.provider.langchain;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderFailure.Kind;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A provider that LangChain4j speaks to. */
public final class ChatModelProvider implements ModelProvider {

    private final String system;
    private final Function<String, ChatModel> models;
    private final Function<TokenUsage, ProviderReply.Usage> usage;
    private final Map<String, ChatModel> known = new ConcurrentHashMap<>();

    /** @param models makes the client for a model name; it must not repeat a call by itself */
    public ChatModelProvider(String system, Function<String, ChatModel> models) {
        this(system, models, ChatModelProvider::plainUsage);
    }

    /** @param usage reads the provider's token counts */
    public ChatModelProvider(
            String system, Function<String, ChatModel> models, Function<TokenUsage, ProviderReply.Usage> usage) {
        this.system = system;
        this.models = models;
        this.usage = usage;
    }

    @Override
    public String system() {
        return system;
    }

    @Override
    public ProviderReply ask(Question question) throws ProviderFailure {
        ChatResponse response;
        try {
            response = known.computeIfAbsent(question.model(), models).chat(messages(question));
        } catch (RuntimeException e) {
            throw FailureMapping.failure(e);
        }
        return checked(response);
    }

    private ProviderReply checked(@Nullable ChatResponse response) throws ProviderFailure {
        if (response == null || response.aiMessage() == null) {
            throw new ProviderFailure(Kind.MALFORMED, "The provider answered without a message.");
        }
        String text = response.aiMessage().text();
        FinishReason reason = response.finishReason();
        if (reason == FinishReason.LENGTH) {
            throw unusable(Kind.CUT_OFF, "The reply was cut off at the model's token limit.", text);
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            throw unusable(Kind.FILTERED, "The provider's content filter stopped the reply.", text);
        }
        if (reason == null) {
            throw unusable(Kind.MALFORMED, "The reply has no finish reason, so it may be incomplete.", null);
        }
        if (text == null || text.isBlank()) {
            throw unusable(Kind.MALFORMED, "The model gave an empty reply.", null);
        }
        TokenUsage tokens = response.tokenUsage();
        return new ProviderReply(
                text,
                response.modelName(),
                reason.name().toLowerCase(Locale.ROOT),
                tokens == null ? null : usage.apply(tokens));
    }

    private static ProviderFailure unusable(Kind kind, String message, @Nullable String text) {
        return new ProviderFailure(kind, message, null, text, null);
    }

    private static List<ChatMessage> messages(Question question) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!question.system().isBlank()) {
            messages.add(SystemMessage.from(question.system()));
        }
        for (Question.Turn turn : question.turns()) {
            messages.add(
                    switch (turn.speaker()) {
                        case USER -> UserMessage.from(turn.text());
                        case MODEL -> AiMessage.from(turn.text());
                    });
        }
        return messages;
    }

    private static ProviderReply.Usage plainUsage(TokenUsage tokens) {
        return new ProviderReply.Usage(asLong(tokens.inputTokenCount()), asLong(tokens.outputTokenCount()), null, null);
    }

    /** A count as LangChain4j gives it. */
    public static @Nullable Long asLong(@Nullable Integer count) {
        return count == null ? null : Long.valueOf(count);
    }
}
