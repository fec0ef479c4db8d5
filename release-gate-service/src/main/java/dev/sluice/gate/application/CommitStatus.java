package dev.sluice.gate.application;

/**
 * A named mark on a commit, as forges show them.
 *
 * @param context stable name, for example {@code sluice/release-gate}
 * @param description one line of at most 140 characters
 */
public record CommitStatus(String context, State state, String description) {

    private static final int LONGEST = 140;

    /** What a forge may show. PENDING keeps a protected branch closed without saying that something is wrong. */
    public enum State {
        SUCCESS,
        FAILURE,
        ERROR,
        PENDING
    }

    public CommitStatus {
        String line = description.replaceAll("\\s+", " ").strip();
        description = line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
