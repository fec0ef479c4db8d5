package dev.sluice.developer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what a change was written.
 *
 * @param model model that wrote it, null before one answered
 * @param contextFiles files shown to the model
 */
public record Authorship(@Nullable String model, @Nullable String promptVersion, List<String> contextFiles) {

    public Authorship {
        contextFiles = List.copyOf(contextFiles);
    }

    /** Nothing written yet. */
    public static Authorship none() {
        return new Authorship(null, null, List.of());
    }
}
