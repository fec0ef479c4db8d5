package dev.sluice.console.domain;

/**
 * A state and why it is what it is.
 *
 * @param reason one sentence for people; empty when the state says it all
 */
public record RunStatus(RunState state, String reason) {

    static RunStatus of(RunState state, String reason) {
        return new RunStatus(state, reason);
    }
}
