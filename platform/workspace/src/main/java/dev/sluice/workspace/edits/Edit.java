package dev.sluice.workspace.edits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One edit of one file. Text uses line feeds only. */
public sealed interface Edit {

    /** File that the edit is about, relative to the root of the tree. */
    String path();

    /** Replaces the one place where {@code search} stands. */
    record Replace(String path, String search, String replacement) implements Edit {}

    /** Makes the file exactly this. */
    record Whole(String path, String content) implements Edit {}

    /** Applies hunks of a unified diff to an existing file; {@code newPath} differs for a rename. */
    record Patch(String path, String newPath, List<Hunk> hunks) implements Edit {}

    /** Makes a file that must not exist. */
    record Create(String path, String content, boolean executable) implements Edit {}

    /** Removes a file that must exist. */
    record Delete(String path) implements Edit {}

    /**
     * A hunk: the lines {@code before} become the lines {@code after}.
     *
     * @param line where it says it starts, from 1; 0 when it does not say
     * @param noNewlineAtEnd whether the changed file ends without a line feed; null when the hunk does not say
     */
    record Hunk(
            int line,
            List<String> before,
            List<String> after,
            @Nullable Boolean noNewlineAtEnd) {}
}
