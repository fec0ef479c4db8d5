package dev.sluice.console.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one change, as far as its state depends on it. Names of outcomes are those of the event contract.
 *
 * @param outcome outcome of {@code code.generated}, READY when there is something to review
 * @param verdicts verdicts received
 * @param decision outcome of {@code release.decided}, null before it
 * @param decisionReason its first reason
 * @param refusal cause of {@code merge.refused}, null without one
 * @param mergeSha commit it landed as, null before it
 */
public record ChangeFacts(
        String changeId,
        String storyId,
        String origin,
        String outcome,
        @Nullable String rebasedFrom,
        @Nullable String failure,
        Instant generatedAt,
        int verdicts,
        @Nullable String decision,
        @Nullable String decisionReason,
        @Nullable String refusal,
        @Nullable String refusalDetail,
        @Nullable String mergeSha) {

    /** Whether the story of this change was planned here, so that a moved base leads to a rebase. */
    boolean fromStory() {
        return !origin.equals("OUTSIDE");
    }
}
