package dev.sluice.planner.domain;

import java.util.List;

/** What someone wants, as written. All text is untrusted. */
public record Requirement(
        String id,
        Kind kind,
        String title,
        String body,
        List<String> acceptanceCriteria,
        Repository repository,
        Party requestedBy) {

    /** An epic is planned into stories, a story is taken as it stands. */
    public enum Kind {
        EPIC,
        STORY
    }

    public Requirement {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }
}
