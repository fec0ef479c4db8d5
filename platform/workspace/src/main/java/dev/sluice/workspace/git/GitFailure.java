package dev.sluice.workspace.git;

/** Git itself failed on a mirror that should be sound. A fault of the machinery, not an answer. */
public final class GitFailure extends RuntimeException {

    public GitFailure(String message) {
        super(message);
    }

    public GitFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
