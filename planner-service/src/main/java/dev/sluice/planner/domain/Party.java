package dev.sluice.planner.domain;

import org.jspecify.annotations.Nullable;

/** Who did something. */
public record Party(String id, Kind kind, @Nullable String displayName) {

    /** What kind of party acts. */
    public enum Kind {
        UNKNOWN,
        PERSON,
        AGENT,
        SERVICE
    }
}
