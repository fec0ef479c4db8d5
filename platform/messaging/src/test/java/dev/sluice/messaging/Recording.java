package dev.sluice.messaging;

import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A handler that does what a test says for keys of its own prefix, notes what it did, and lets the rest pass. */
public final class Recording implements EventHandler<ClarificationExpired> {

    private final String prefix;
    private final int parallel;
    private final BiConsumer<ClarificationExpired, Delivery> behaviour;
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private Function<ClarificationExpired, Set<String>> scopes = event -> Set.of();

    public Recording(String prefix, int parallel, BiConsumer<ClarificationExpired, Delivery> behaviour) {
        this.prefix = prefix;
        this.parallel = parallel;
        this.behaviour = behaviour;
    }

    public Recording scoped(Function<ClarificationExpired, Set<String>> changed) {
        this.scopes = changed;
        return this;
    }

    @Override
    public Topic<ClarificationExpired> topic() {
        return Topics.CLARIFICATION_EXPIRED;
    }

    @Override
    public String group() {
        return "test-" + prefix;
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public Set<String> scopes(ClarificationExpired event) {
        return event.getSubjectId().startsWith(prefix) ? scopes.apply(event) : Set.of();
    }

    @Override
    public void on(ClarificationExpired event, Delivery delivery) {
        if (event.getSubjectId().startsWith(prefix)) {
            behaviour.accept(event, delivery);
            handled.add(event.getClarificationId());
        }
    }

    /** What was handled to the end, in that order. */
    public List<String> handled() {
        return List.copyOf(handled);
    }
}
