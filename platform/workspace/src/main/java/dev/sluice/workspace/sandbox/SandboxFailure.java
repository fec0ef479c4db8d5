package dev.sluice.workspace.sandbox;

/** The sandbox itself failed. A fault of the machinery, not of the command. */
public final class SandboxFailure extends RuntimeException {

    public SandboxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
