package dev.sluice.developer.domain;

import java.time.Instant;
import java.util.List;

/** What came of handling an assignment. */
public sealed interface Development {

    /** A change or a failure, to be told to everybody. */
    record Generated(Generation generation) implements Development {}

    /** The developer asks instead of guessing; nothing was written. */
    record Asked(Assignment assignment, List<Inquiry> questions, Instant askedAt) implements Development {

        public Asked {
            questions = List.copyOf(questions);
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("A clarification needs a question.");
            }
        }
    }
}
