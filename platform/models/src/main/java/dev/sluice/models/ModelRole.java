package dev.sluice.models;

import java.util.Locale;

/** Role for which a model is called; routes are configured per role. */
public enum ModelRole {
    PLANNER,
    DEVELOPER,
    REPAIR,
    STORY_ALIGNMENT,
    TEST_QUALITY,
    ARCHITECTURE;

    /** Name in configuration and recordings, for example {@code story-alignment}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
