package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions an agent asked, and what became of them. Names are those of the event contract. */
public record ClarificationDetail(
        String clarificationId,
        String subjectId,
        String subjectKind,
        String role,
        List<Question> questions,
        @Nullable String state,
        @Nullable List<String> answers,
        @Nullable Party answeredBy,
        Instant requestedAt,
        Instant expiresAt) {

    public record Question(String question, List<String> options) {}

    /** What an answer event adds. */
    public record Ending(
            @Nullable List<String> answers, @Nullable Party answeredBy) {}

    public ClarificationDetail ended(String how, Ending ending) {
        List<String> given = ending.answers() == null ? List.of() : ending.answers();
        return new ClarificationDetail(
                clarificationId,
                subjectId,
                subjectKind,
                role,
                questions,
                how,
                given,
                ending.answeredBy(),
                requestedAt,
                expiresAt);
    }

    public boolean open() {
        return "OPEN".equals(state);
    }
}
