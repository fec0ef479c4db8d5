package dev.sluice.gate.domain;

/**
 * Why a decision is what it is.
 *
 * @param message in words a person can act on
 * @param source verdict, rule or missing piece that caused it
 */
public record DecisionReason(ReasonCode code, String message, String source) {

    public DecisionReason {
        if (message.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("A reason says why and points at its cause: " + code);
        }
    }
}
