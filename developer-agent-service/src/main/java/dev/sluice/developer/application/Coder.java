package dev.sluice.developer.application;

import dev.sluice.developer.domain.Inquiry;
import dev.sluice.messaging.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes edits for a story. */
public interface Coder {

    /** Asks once; asking again for the same cause and attempt gives the same answer and costs nothing. */
    Reply write(CodingTask task, Delivery cause);

    /** What came of asking. */
    sealed interface Reply {

        /** Prose with edits in it. */
        record Edits(String text, String model, String promptVersion) implements Reply {}

        /** It asks instead of guessing. */
        record Questions(List<Inquiry> questions) implements Reply {}

        /** No usable answer; the advice says what happened and what a person can do. */
        record Failed(String advice, @Nullable String model) implements Reply {}
    }
}
