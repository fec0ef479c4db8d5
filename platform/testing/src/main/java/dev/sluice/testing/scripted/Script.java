package dev.sluice.testing.scripted;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Answers for the requests that a condition selects: one after the other, the last one for ever. */
public final class Script {

    private final Predicate<Asked> which;
    private final AtomicInteger given = new AtomicInteger();
    private volatile List<Answer> answers = List.of();

    Script(Predicate<Asked> which) {
        this.which = which;
    }

    /** Sets the sequence of answers. */
    public void answers(Answer... sequence) {
        answers = List.of(sequence);
    }

    /** Sets the sequence of answers to plain replies. */
    public void answers(String... texts) {
        answers = Answer.texts(texts);
    }

    boolean matches(Asked asked) {
        return !answers.isEmpty() && which.test(asked);
    }

    Answer next() {
        List<Answer> sequence = answers;
        return sequence.get(Math.min(given.getAndIncrement(), sequence.size() - 1));
    }
}
