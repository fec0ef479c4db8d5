package dev.sluice.workspace.edits;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * The edits in a model's reply: SEARCH/REPLACE blocks and whole files under a file name, and unified diffs in a
 * {@code diff} fence. Prose, and fences that name no file, are not edits.
 *
 * @param edits in order
 * @param problems what looked like an edit and cannot be one; a set with problems is never applied
 */
public record EditSet(List<Edit> edits, List<EditProblem> problems) {

    public EditSet {
        edits = List.copyOf(edits);
        problems = List.copyOf(problems);
    }

    /** Reads a reply. Never fails: what cannot be understood is among the problems. */
    public static EditSet parse(String modelReply) {
        return ReplyParser.parse(modelReply);
    }

    /** Whether the reply holds nothing that is or looks like an edit. */
    public boolean isEmpty() {
        return edits.isEmpty() && problems.isEmpty();
    }

    /** Every path named by an edit. */
    public List<String> paths() {
        TreeSet<String> paths = new TreeSet<>();
        for (Edit edit : edits) {
            paths.add(edit.path());
            if (edit instanceof Edit.Patch patch) {
                paths.add(patch.newPath());
            }
        }
        return List.copyOf(paths);
    }

    /** Applies all edits below {@code tree}, or none. Each must match exactly one place; overlapping matches count. */
    public EditResult apply(Path tree, EditRules rules) {
        return new EditApplication(tree, rules).apply(this);
    }
}
