package dev.sluice.developer.domain;

import java.util.List;

/** What the repository's policy, as read at the base, lets a developer do. */
public record Limits(int fixAttempts, List<String> allowedPaths, List<String> protectedPaths) {

    public Limits {
        if (fixAttempts < 0) {
            throw new IllegalArgumentException("fixAttempts must not be negative.");
        }
        allowedPaths = List.copyOf(allowedPaths);
        protectedPaths = List.copyOf(protectedPaths);
    }
}
