package dev.sluice.workspace.git;

/** What the remote said to a push. */
public sealed interface PushResult {

    /** The branch is at the commit now, by this push or an earlier equal one. */
    record Pushed(String sha) implements PushResult {}

    /** The branch is not where it was expected: look again before anything else. */
    record Moved(String branch, String detail) implements PushResult {}

    /** The remote does not accept the commit: a protected branch, a hook, a missing right. */
    record Rejected(String reason) implements PushResult {}
}
