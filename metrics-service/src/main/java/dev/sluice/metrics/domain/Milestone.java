package dev.sluice.metrics.domain;

import java.time.Instant;

/** A story got somewhere. */
public record Milestone(String storyId, Point point, Instant at) {

    /** Points that every story passes in this order, if it passes them. */
    public enum Point {
        PLANNED,
        GENERATED,
        DECIDED,
        MERGED
    }
}
