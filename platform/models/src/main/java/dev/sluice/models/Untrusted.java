package dev.sluice.models;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text from outside inside a prompt, between marks that it cannot write itself: each mark holds a digest of the text, so that no
 * text can close its own block. Equal text gives equal marks, which keeps prompts cacheable.
 */
public final class Untrusted {

    private static final int MARK = 12;

    private Untrusted() {}

    /** {@code text} as a block called {@code name}, for example {@code story}. */
    public static String block(String name, String text) {
        String mark = name + "-" + digest(text);
        return "<" + mark + ">\n" + text + (text.endsWith("\n") ? "" : "\n") + "</" + mark + ">";
    }

    /** A name from outside, such as a path, on one line and shortened. */
    public static String name(String text) {
        String line = text.replaceAll("[\\p{Cntrl}<>\\u2028\\u2029]", "?");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, MARK);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
