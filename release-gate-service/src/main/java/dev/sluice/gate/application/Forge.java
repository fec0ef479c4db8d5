package dev.sluice.gate.application;

import java.util.List;

/** Where changes live and land. Everything here may be repeated without doubling anything. */
public interface Forge {

    /**
     * Merges if branch and base still are what was evaluated, and says what came of it. A repeat of an order that
     * landed gives the same answer.
     *
     * @throws dev.sluice.messaging.TransientFailure if the forge cannot be reached for now
     */
    MergeAnswer merge(MergeOrder order);

    /**
     * Shows the statuses at a commit, in place of earlier ones of the same names.
     *
     * @throws dev.sluice.messaging.TransientFailure if the forge cannot be reached for now
     */
    void show(String repository, String commit, List<CommitStatus> statuses);
}
