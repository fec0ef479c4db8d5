package dev.sluice.gate.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a forge says to a merge. */
public sealed interface MergeAnswer {

    /** The merge commit is on the base branch, by this order or an earlier equal one. */
    record Merged(String sha, String tree) implements MergeAnswer {}

    /** The base branch is no longer what was evaluated. */
    record BaseChanged(String current) implements MergeAnswer {}

    /** The branch of the change is no longer what was evaluated; null if it is gone. */
    record HeadChanged(@Nullable String current) implements MergeAnswer {}

    /** Both sides changed these paths. */
    record Conflict(List<String> paths) implements MergeAnswer {}

    /** The forge does not do it; the text says why and what a person can do. */
    record Refused(String why) implements MergeAnswer {}
}
