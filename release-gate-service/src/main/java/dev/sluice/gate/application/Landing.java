package dev.sluice.gate.application;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a merge, in the form in which it is journaled: the first answer stands, whatever the forge would say later.
 *
 * @param sha commit on the base branch, only for MERGED
 * @param tree tree that landed, only for MERGED
 * @param currentBase the base as it is now, only for BASE_CHANGED
 * @param detail in words a person can act on
 */
public record Landing(
        Kind kind,
        @Nullable String sha,
        @Nullable String tree,
        @Nullable String currentBase,
        String detail,
        Instant at) {

    /** What came of it. */
    public enum Kind {
        MERGED,
        BASE_CHANGED,
        HEAD_CHANGED,
        CONFLICT,
        FORGE_REFUSED
    }

    static Landing of(MergeOrder order, MergeAnswer answer, Instant at) {
        return switch (answer) {
            case MergeAnswer.Merged merged ->
                new Landing(Kind.MERGED, merged.sha(), merged.tree(), null, "Merged.", at);
            case MergeAnswer.BaseChanged moved ->
                refused(
                        Kind.BASE_CHANGED,
                        moved.current(),
                        "The base has moved from " + order.baseSha() + " to " + moved.current()
                                + " since the change was evaluated; it has to be evaluated on the new base.",
                        at);
            case MergeAnswer.HeadChanged moved ->
                refused(
                        Kind.HEAD_CHANGED,
                        null,
                        "Branch " + order.branch() + " is "
                                + Objects.requireNonNullElse(moved.current(), "gone") + ", not the evaluated "
                                + order.headSha() + "; what is on it now was not evaluated.",
                        at);
            case MergeAnswer.Conflict conflict ->
                refused(
                        Kind.CONFLICT,
                        null,
                        "The change and the base both changed " + String.join(", ", conflict.paths())
                                + "; bring the branch up to date and submit it again.",
                        at);
            case MergeAnswer.Refused no -> refused(Kind.FORGE_REFUSED, null, no.why(), at);
        };
    }

    private static Landing refused(Kind kind, @Nullable String currentBase, String detail, Instant at) {
        return new Landing(kind, null, null, currentBase, detail, at);
    }
}
