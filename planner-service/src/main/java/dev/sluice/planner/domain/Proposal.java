package dev.sluice.planner.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of planning. */
public sealed interface Proposal {

    /**
     * A plan.
     *
     * @param model that planned; null when none was needed
     * @param promptVersion name and version of the prompt, null with the model
     */
    record Planned(
            Plan plan, @Nullable String model, @Nullable String promptVersion) implements Proposal {}

    /** A plan needs an answer from people first. */
    record Asked(List<Question> questions) implements Proposal {

        private static final int MAX_QUESTIONS = 3;

        public Asked {
            questions = List.copyOf(questions.subList(0, Math.min(MAX_QUESTIONS, questions.size())));
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("Whoever asks has a question");
            }
        }
    }

    /** No plan: why, and what a person can do. */
    record Failed(String reason, @Nullable String promptVersion) implements Proposal {}
}
