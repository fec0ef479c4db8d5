package dev.sluice.planner.domain;

import java.util.regex.Pattern;

/** Keys of stories: they become part of ids, branch names and paths, so only plain ones are let in. */
public final class StoryKey {

    private static final int MAX_LENGTH = 40;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?");

    private StoryKey() {}

    /** Whether {@code key} may be used as it is. */
    public static boolean plain(String key) {
        return key.length() <= MAX_LENGTH
                && PLAIN.matcher(key).matches()
                && !key.contains("..")
                && !key.endsWith(".lock");
    }

    /** {@code proposed} with everything but letters, digits, dot, dash and underscore taken out; {@code otherwise} if nothing is left. */
    public static String sanitised(String proposed, String otherwise) {
        String key = proposed.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("\\.{2,}", ".");
        key = key.substring(0, Math.min(MAX_LENGTH, key.length())).replaceAll("^[.-]+|[.-]+$", "");
        key = key.endsWith(".lock") ? key.substring(0, key.length() - ".lock".length()) : key;
        return plain(key) ? key : otherwise;
    }
}
