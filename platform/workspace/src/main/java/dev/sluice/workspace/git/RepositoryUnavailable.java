package dev.sluice.workspace.git;

/** A repository cannot be used. The message says what happened, {@link #advice()} what a person can do. */
public final class RepositoryUnavailable extends Exception {

    /** Why. Only {@link #UNREACHABLE} may go away by itself. */
    public enum Kind {
        NOT_FOUND,
        NEEDS_CREDENTIALS,
        EMPTY,
        UNREACHABLE,
        REFUSED_URL,
        NO_SUCH_BRANCH,
        NO_SUCH_COMMIT
    }

    private final Kind kind;
    private final String advice;

    public RepositoryUnavailable(Kind kind, String message, String advice) {
        super(message);
        this.kind = kind;
        this.advice = advice;
    }

    public Kind kind() {
        return kind;
    }

    public String advice() {
        return advice;
    }

    /** Whether trying again later may help. */
    public boolean transientFailure() {
        return kind == Kind.UNREACHABLE;
    }

    /** What happened and what to do, in one text. */
    public String explanation() {
        return getMessage() + " " + advice;
    }
}
