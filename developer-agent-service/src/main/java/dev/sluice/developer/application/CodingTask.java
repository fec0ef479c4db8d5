package dev.sluice.developer.application;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a coder is told.
 *
 * @param attempt from 1; every attempt after the first repairs
 * @param complaint what went wrong with the attempt before; null on the first
 * @param mayAsk whether a question is an acceptable answer: only to the first attempt at a story that was not answered yet
 */
public record CodingTask(
        Assignment assignment,
        int attempt,
        List<String> paths,
        List<Excerpt> files,
        Limits limits,
        @Nullable String complaint,
        boolean mayAsk) {

    public CodingTask {
        paths = List.copyOf(paths);
        files = List.copyOf(files);
    }
}
