package dev.sluice.workspace.sandbox;

/**
 * What came of a command.
 *
 * @param exit its exit code; 128 + signal when it was killed
 * @param output standard output and error together, the middle left out if it is long
 * @param truncated whether something was left out
 * @param stopped what ended it early, or {@link Stop#NOTHING}
 */
public record CommandResult(
        int exit, String output, boolean truncated, Stop stopped, IsolationKind isolation, long durationMillis) {

    /** Why a command was ended from outside. */
    public enum Stop {
        NOTHING,
        TIME,
        MEMORY,
        PROCESSES
    }

    public boolean timedOut() {
        return stopped == Stop.TIME;
    }
}
