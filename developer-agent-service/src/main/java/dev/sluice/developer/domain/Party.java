package dev.sluice.developer.domain;

import org.jspecify.annotations.Nullable;

/** Someone who asked for or approved work. */
public record Party(String id, Kind kind, @Nullable String displayName) {

    /** What kind of party it is. */
    public enum Kind {
        UNKNOWN,
        PERSON,
        AGENT,
        SERVICE
    }
}
