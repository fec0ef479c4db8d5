package dev.sluice.workspace.edits;

import dev.sluice.workspace.PathPatterns;
import java.util.List;

/**
 * Where edits may write and how much.
 *
 * @param allowed patterns of paths that may be written
 * @param protectedPaths patterns of paths that may not, whatever {@code allowed} says
 * @param maxFiles files that may be touched
 * @param maxFileBytes size of a file after its edits
 */
public record EditRules(PathPatterns allowed, PathPatterns protectedPaths, int maxFiles, int maxFileBytes) {

    /** Rules as a repository's policy states them, with files of up to one megabyte. */
    public static EditRules of(List<String> allowed, List<String> protectedPaths, int maxFiles) {
        return new EditRules(PathPatterns.exact(allowed), PathPatterns.anyCase(protectedPaths), maxFiles, 1_000_000);
    }

    /** Only what always holds: paths stay inside the tree and away from {@code .git}. */
    public static EditRules lenient() {
        return of(List.of("**"), List.of(), 10_000);
    }
}
