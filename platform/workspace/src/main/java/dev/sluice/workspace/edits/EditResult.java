package dev.sluice.workspace.edits;

import java.util.List;
import java.util.stream.Collectors;

/** What came of applying edits. */
public sealed interface EditResult {

    /**
     * Every edit is in the tree.
     *
     * @param changedPaths paths whose content, existence or mode changed, deleted ones included; empty when the edits
     *     change nothing
     */
    record Applied(List<String> changedPaths) implements EditResult {}

    /** The tree is as it was. */
    record Refused(List<EditProblem> problems) implements EditResult {

        /** All problems as one text for the next attempt. */
        public String explanation() {
            return problems.stream().map(problem -> "- " + problem).collect(Collectors.joining("\n"));
        }
    }
}
