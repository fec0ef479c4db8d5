package dev.sluice.reviewer.domain;

import java.util.Locale;

/** Point of view from which a change is judged. None sees another's verdict. */
public enum Role {
    STORY_ALIGNMENT,
    TEST_QUALITY,
    ARCHITECTURE,
    POLICY;

    /** Name in configuration, prompts and identities, for example {@code story-alignment}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
