package dev.sluice.quickstart.cli;

/** Ends a command with a message for a person and an exit code of the outside contract. */
public final class Failure extends RuntimeException {

    /** Everything went as asked. */
    public static final int DONE = 0;
    /** The answer is no: blocked, skipped or rejected. */
    public static final int NO = 1;
    /** The command was called wrongly. */
    public static final int USAGE = 2;
    /** The system failed. */
    public static final int SYSTEM = 3;

    private final int exitCode;

    public Failure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Exit code to end with. */
    public int exitCode() {
        return exitCode;
    }
}
