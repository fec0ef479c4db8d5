package dev.sluice.reviewer.domain;

/**
 * A file that a change touches.
 *
 * @param path path at the head; for a deletion, at the base
 * @param oldPath path at the base; differs from {@code path} only for a rename
 * @param test whether it is test code
 */
public record TouchedFile(String path, String oldPath, Status status, int added, int removed, boolean test) {

    /** What happened to it. */
    public enum Status {
        ADDED,
        MODIFIED,
        DELETED,
        RENAMED
    }
}
