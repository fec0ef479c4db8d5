package dev.sluice.workspace.git;

import java.time.Instant;
import java.util.Objects;

/**
 * Who wrote a commit, when and why. Equal meta, tree and parents give the same SHA: take {@code when} from the event that
 * caused the work, never from the clock.
 *
 * @param message subject, blank line, body; trailing white space is dropped
 */
public record CommitMeta(String authorName, String authorEmail, Instant when, String message) {

    public CommitMeta {
        authorName = line("author name", authorName);
        authorEmail = line("author email", authorEmail);
        Objects.requireNonNull(when, "when");
        message = message.replace("\0", "").strip();
        if (message.isEmpty()) {
            throw new IllegalArgumentException("A commit needs a message.");
        }
    }

    private static String line(String what, String value) {
        String clean = value.replaceAll("[\\p{Cntrl}<>]", " ").strip();
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("A commit needs an " + what + ".");
        }
        return clean;
    }
}
