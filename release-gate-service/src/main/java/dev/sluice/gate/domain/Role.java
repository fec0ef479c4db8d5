package dev.sluice.gate.domain;

import java.util.List;

/** Who judges a change. */
public enum Role {
    STORY_ALIGNMENT("story alignment"),
    TEST_QUALITY("test quality"),
    ARCHITECTURE("architecture"),
    POLICY("policy"),
    HUMAN("human");

    /** The roles that every change needs, whatever its layer. */
    public static final List<Role> AUTOMATIC = List.of(STORY_ALIGNMENT, TEST_QUALITY, ARCHITECTURE, POLICY);

    private final String words;

    Role(String words) {
        this.words = words;
    }

    /** The role in plain words. */
    public String words() {
        return words;
    }
}
