package dev.sluice.workspace.sandbox;

/** What stood between a command and the machine. Names as in the events' Isolation. */
public enum IsolationKind {
    /** bubblewrap: no network, no inherited environment, read-only file system but for the worktree. */
    BUBBLEWRAP,
    /** Nothing but a clean environment and limits. */
    NONE
}
