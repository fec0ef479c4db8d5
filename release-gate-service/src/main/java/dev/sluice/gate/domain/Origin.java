package dev.sluice.gate.domain;

/** Where a change came from. */
public enum Origin {
    STORY,
    OUTSIDE,
    UNKNOWN
}
