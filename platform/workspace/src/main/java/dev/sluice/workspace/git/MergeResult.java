package dev.sluice.workspace.git;

import java.util.List;

/** What merging two commits would give. */
public sealed interface MergeResult {

    /**
     * The merge is clean.
     *
     * @param tree SHA of the merge result's tree, which is in the mirror
     */
    record Clean(String tree) implements MergeResult {}

    /** Both sides changed these paths in ways that do not fit. */
    record Conflict(List<String> paths) implements MergeResult {}
}
