package dev.sluice.gate.application;

import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Origin;
import dev.sluice.gate.domain.ReasonCode;
import dev.sluice.gate.domain.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change about which the gate has decided.
 *
 * @param reasons in order of weight, never empty
 * @param answers what each automatic role said, as far as it did
 * @param mergeTree evaluated merge result
 */
public record DecidedChange(
        String changeId,
        String storyId,
        String requirementId,
        Origin origin,
        String repository,
        String baseBranch,
        Outcome outcome,
        List<Reason> reasons,
        Map<Role, Answer> answers,
        @Nullable String baseSha,
        @Nullable String headSha,
        @Nullable String mergeTree,
        @Nullable String branch,
        Instant decidedAt) {

    /** The gate's answer. */
    public enum Outcome {
        APPROVED,
        SKIPPED,
        BLOCKED
    }

    /**
     * Why.
     *
     * @param code null where a newer gate gave a reason that this release does not know
     */
    public record Reason(@Nullable ReasonCode code, String message) {}

    public DecidedChange {
        reasons = List.copyOf(reasons);
        answers = Map.copyOf(answers);
    }

    /** What the forge has to merge; nothing if the change is not approved or names no commits. */
    Optional<MergeOrder> order() {
        return outcome == Outcome.APPROVED && baseSha != null && headSha != null && branch != null
                ? Optional.of(new MergeOrder(
                        changeId,
                        storyId,
                        requirementId,
                        repository,
                        baseBranch,
                        branch,
                        baseSha,
                        headSha,
                        mergeTree,
                        decidedAt))
                : Optional.empty();
    }
}
