package dev.sluice.developer.domain;

/** A text file of the repository. */
public record SourceFile(String path, String content) {

    /** Last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Last part of the path without its extension. */
    public String stem() {
        int dot = name().indexOf('.', 1);
        return dot < 0 ? name() : name().substring(0, dot);
    }
}
