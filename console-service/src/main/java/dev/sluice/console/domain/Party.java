package dev.sluice.console.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who did something.
 *
 * @param id login or service name
 * @param kind PERSON, AGENT or SERVICE
 */
public record Party(String id, String kind, @Nullable String displayName) {

    public static Party person(String id) {
        return new Party(id, "PERSON", null);
    }
}
