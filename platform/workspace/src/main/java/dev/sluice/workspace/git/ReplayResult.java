package dev.sluice.workspace.git;

import java.util.List;

/** What came of putting a change onto another base. */
public sealed interface ReplayResult {

    /** One commit on the new base holds the change. */
    record Clean(String sha, String tree) implements ReplayResult {}

    /** The change and the new base disagree about these paths. */
    record Conflict(List<String> paths) implements ReplayResult {}
}
