package dev.sluice.planner.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer, of which either may be known first.
 *
 * @param storyKey the story that waits; null if the requirement does
 * @param questions null until known
 * @param answers one for each question, in order; null until given
 */
public record Clarification(
        @Nullable String storyKey,
        @Nullable List<String> questions,
        @Nullable List<String> answers) {

    public Clarification {
        questions = questions == null ? null : List.copyOf(questions);
        answers = answers == null ? null : List.copyOf(answers);
    }

    /** This clarification with what {@code part} adds; what is known stays. */
    Clarification and(Clarification part) {
        return new Clarification(
                storyKey, questions == null ? part.questions() : questions, answers == null ? part.answers() : answers);
    }

    boolean complete() {
        return questions != null && answers != null;
    }

    /** Questions and answers as a text to read. */
    String text() {
        List<String> asked = questions == null ? List.of() : questions;
        List<String> given = answers == null ? List.of() : answers;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(asked.size(), given.size()); i++) {
            text.append(i == 0 ? "" : "\n")
                    .append("Q: ")
                    .append(i < asked.size() ? asked.get(i) : "(further remark)")
                    .append("\nA: ")
                    .append(i < given.size() && !given.get(i).isBlank() ? given.get(i) : "(no answer)");
        }
        return text.toString();
    }
}
