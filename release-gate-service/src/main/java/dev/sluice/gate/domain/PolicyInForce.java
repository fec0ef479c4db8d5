package dev.sluice.gate.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a repository's policy asks of the gate.
 *
 * @param hash SHA-256 of the text, hex
 * @param sourceSha commit it was read from
 * @param autoMerge whether changes may merge by themselves
 * @param firstRuns releases that a repository needs before a change may merge by itself
 * @param maxFiles files that a change may touch and still merge by itself
 * @param verdictDeadline how long the gate waits for verdicts
 * @param requireSandbox whether tests must have run in a sandbox
 * @param requesterMayApprove whether the person who asked for a change may be its human reviewer
 * @param problem why the text could not be read, null if it could
 */
public record PolicyInForce(
        String hash,
        String sourceSha,
        boolean autoMerge,
        int firstRuns,
        int maxFiles,
        Duration verdictDeadline,
        boolean requireSandbox,
        boolean requesterMayApprove,
        @Nullable String problem) {

    /** How long the gate waits while it has not seen the policy. */
    public static final Duration USUAL_DEADLINE = Duration.ofMinutes(30);

    /** The policy of a repository whose own cannot be read: nothing merges by itself. */
    public static PolicyInForce strictest(String hash, String sourceSha, String problem) {
        return new PolicyInForce(hash, sourceSha, false, Integer.MAX_VALUE, 3, USUAL_DEADLINE, true, false, problem);
    }
}
