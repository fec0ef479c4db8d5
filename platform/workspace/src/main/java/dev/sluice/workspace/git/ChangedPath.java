package dev.sluice.workspace.git;

/**
 * A path that differs between two commits.
 *
 * @param path path at the head; for a deletion, at the base
 * @param oldPath path at the base; differs from {@code path} only for a rename
 * @param added lines added; 0 for a binary file
 * @param removed lines removed; 0 for a binary file
 */
public record ChangedPath(String path, String oldPath, Status status, int added, int removed) {

    /** What happened to the path. */
    public enum Status {
        ADDED,
        MODIFIED,
        DELETED,
        RENAMED
    }
}
