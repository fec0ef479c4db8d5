package dev.sluice.models.provider;

import dev.sluice.models.ModelRole;
import java.util.List;

/**
 * What a provider is asked.
 *
 * @param role role that asks
 * @param subject story or requirement that it is about
 * @param step step of the work
 * @param model model to ask, exactly as the route names it
 * @param system instructions
 * @param turns the conversation, a user's turn first and last
 */
public record Question(ModelRole role, String subject, String step, String model, String system, List<Turn> turns) {

    /** One side's words. */
    public record Turn(Speaker speaker, String text) {}

    /** Who speaks. */
    public enum Speaker {
        USER,
        MODEL
    }

    public Question {
        turns = List.copyOf(turns);
    }

    /** The same question to another model. */
    public Question to(String otherModel) {
        return new Question(role, subject, step, otherModel, system, turns);
    }
}
