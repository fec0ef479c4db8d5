package dev.sluice.reviewer.application;

import dev.sluice.messaging.Delivery;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Opinion;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Role;
import org.jspecify.annotations.Nullable;

/** Has an opinion about a change. */
public interface Judge {

    /**
     * Asks once; asking again for the same cause gives the same answer and costs nothing.
     *
     * @param proofs evidence that the judge is shown first, where the role has any
     */
    Answer judge(Role role, Candidate candidate, Patch patch, @Nullable Proofs proofs, Delivery cause);

    /** What came of asking. */
    sealed interface Answer {

        /** An opinion. */
        record Thinks(Opinion opinion, String model, String promptVersion) implements Answer {}

        /** None; the reason says what happened and what a person can do. */
        record Silent(String reason, @Nullable String model) implements Answer {}
    }
}
