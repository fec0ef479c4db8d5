package dev.sluice.developer.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Name of the branch that holds a story's change: {@code sluice/<storyId>} as git allows it. */
public final class BranchName {

    private static final int LONGEST = 120;

    private BranchName() {}

    /** Equal ids give equal names; different ids give different names, also where characters had to be replaced. */
    public static String of(String storyId) {
        String clean = storyId.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        if (clean.length() > LONGEST) {
            clean = clean.substring(0, LONGEST);
        }
        boolean same = clean.equals(storyId) && !clean.isEmpty();
        return "sluice/" + (clean.isEmpty() ? "story" : clean) + (same ? "" : "-" + fingerprint(storyId));
    }

    private static String fingerprint(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
