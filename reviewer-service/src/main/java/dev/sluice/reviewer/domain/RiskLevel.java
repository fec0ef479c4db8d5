package dev.sluice.reviewer.domain;

/** Risk that a reviewer sees in a change. */
public enum RiskLevel {
    UNKNOWN,
    LOW,
    MEDIUM,
    HIGH;

    /** The higher of the two. */
    public RiskLevel or(RiskLevel other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
