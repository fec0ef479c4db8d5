package dev.sluice.developer.application;

import dev.sluice.developer.domain.Repository;

/** Access to repositories. */
public interface Workbench {

    /**
     * Opens the tip of the base branch. The tip is resolved once per {@code causeId}: opening again for the same cause gives the
     * same commit, also in another process.
     */
    Opening open(Repository repository, String causeId);

    /** Whether a repository can be worked on. */
    sealed interface Opening {

        /** It can; the bench must be closed. */
        record Opened(Bench bench) implements Opening {}

        /** It cannot, for a reason that a person has to deal with. */
        record Refused(String advice) implements Opening {}
    }
}
