package dev.sluice.gate.domain;

/** What a role says. ERROR: it could not judge. UNKNOWN: said in words this release does not know. */
public enum Answer {
    APPROVE,
    REQUEST_CHANGES,
    BLOCK,
    ERROR,
    UNKNOWN
}
