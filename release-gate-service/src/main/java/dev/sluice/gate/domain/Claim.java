package dev.sluice.gate.domain;

/**
 * A claim about the tests that a machine checked.
 *
 * @param shown what came out
 * @param detail what was run and what it showed
 */
public record Claim(Shown shown, String detail) {

    /** What came out of checking. */
    public enum Shown {
        PROVEN,
        REFUTED,
        NOT_APPLICABLE,
        FAILED_TO_RUN,
        UNKNOWN
    }
}
