package dev.sluice.metrics.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event means for the figures.
 *
 * @param eventId equal for duplicates
 */
public record Happening(
        String eventId,
        List<Measurement> measurements,
        @Nullable Milestone milestone) {

    public Happening {
        measurements = List.copyOf(measurements);
    }
}
