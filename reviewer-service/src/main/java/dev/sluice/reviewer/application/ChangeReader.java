package dev.sluice.reviewer.application;

import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Patch;

/** Reads a change and the policy of its base from the repository. */
public interface ChangeReader {

    /** Reads; equal commits give an equal patch. */
    Reading read(Candidate candidate);

    /** Whether a change can be read. */
    sealed interface Reading {

        /** It can. */
        record Readable(Patch patch) implements Reading {}

        /** It cannot, for a reason that a person has to deal with. */
        record Unreadable(String advice) implements Reading {}
    }
}
