package dev.sluice.reviewer.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something a reviewer noticed.
 *
 * @param line line at the head, from 1
 */
public record Remark(
        Weight weight,
        String category,
        @Nullable String file,
        @Nullable Integer line,
        String message) {

    /** How bad it is. */
    public enum Weight {
        INFO,
        WARNING,
        CRITICAL
    }

    public Remark {
        if (line != null && line < 1) {
            line = null;
        }
    }

    /** A remark about the change as a whole. */
    public static Remark general(Weight weight, String category, String message) {
        return new Remark(weight, category, null, null, message);
    }
}
