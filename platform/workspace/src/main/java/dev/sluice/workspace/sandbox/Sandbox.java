package dev.sluice.workspace.sandbox;

/** Runs commands that are not trusted. Safe for concurrent use. When {@link #run} returns, no process of the command is left. */
public interface Sandbox {

    /**
     * Runs a command to its end or to a limit.
     *
     * @throws SandboxFailure when the command could not be started at all
     */
    CommandResult run(SandboxedCommand command);

    /** What it puts between the command and the machine. */
    IsolationKind isolation();
}
