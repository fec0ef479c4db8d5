package dev.sluice.gate.domain;

/** Whether there is a change to release at all. Only READY has a head. */
public enum WorkResult {
    READY,
    TESTS_FAILED,
    NO_TESTS_RAN,
    EDITS_REFUSED,
    MODEL_FAILED,
    REPOSITORY_FAILED,
    CONFLICT,
    NOTHING_CHANGED,
    UNKNOWN
}
