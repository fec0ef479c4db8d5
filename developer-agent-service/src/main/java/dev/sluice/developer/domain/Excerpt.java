package dev.sluice.developer.domain;

/**
 * A file as it is shown to a model.
 *
 * @param complete whether {@code text} is the whole file
 */
public record Excerpt(String path, String text, boolean complete) {

    static Excerpt whole(SourceFile file) {
        return new Excerpt(file.path(), file.content(), true);
    }
}
