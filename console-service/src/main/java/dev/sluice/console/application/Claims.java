package dev.sluice.console.application;

/** Settles who is first with a command, before the log has come round. */
public interface Claims {

    /** What became of a claim. */
    enum Claim {
        /** Nobody was before. */
        FIRST,
        /** The same command by the same content was before. */
        SAME,
        /** Another content was before. */
        OTHER
    }

    /** Claims {@code subject} for a command with this content. Atomic among all consoles. */
    Claim claim(String command, String subject, String digest, String by);
}
