package dev.sluice.gate.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision rests on.
 *
 * @param layer review layer, 1 to 3
 * @param required roles that had to answer
 * @param received verdicts that counted, automatic roles first
 * @param mergeTree evaluated merge result
 * @param policyHash hash of the policy that applied
 * @param deadline when a missing verdict became a reason
 */
public record Basis(
        int layer,
        List<Role> required,
        List<RoleVerdict> received,
        @Nullable String mergeTree,
        @Nullable String policyHash,
        Instant deadline) {

    public Basis {
        required = List.copyOf(required);
        received = List.copyOf(received);
    }
}
