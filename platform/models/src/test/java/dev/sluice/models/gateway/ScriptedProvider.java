package dev.sluice.models.gateway;

import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Gives the replies and failures that it was told, in order, the last one for ever. */
final class ScriptedProvider implements ModelProvider {

    final List<Question> asked = new ArrayList<>();
    private final Deque<Object> script = new ArrayDeque<>();

    ScriptedProvider reply(String text) {
        script.add(new ProviderReply(text, "resolved-1", "stop", new ProviderReply.Usage(10L, 5L, 4L, 2L)));
        return this;
    }

    ScriptedProvider fail(ProviderFailure.Kind kind) {
        script.add(new ProviderFailure(kind, "scripted " + kind));
        return this;
    }

    ScriptedProvider fail(ProviderFailure failure) {
        script.add(failure);
        return this;
    }

    @Override
    public synchronized ProviderReply ask(Question question) throws ProviderFailure {
        asked.add(question);
        Object next = script.size() > 1 ? script.remove() : script.element();
        if (next instanceof ProviderFailure failure) {
            throw failure;
        }
        return (ProviderReply) next;
    }

    @Override
    public String system() {
        return "openai";
    }
}
