package dev.sluice.planner.domain;

import java.util.List;

/** Stories that together satisfy a requirement, with what was assumed and what could not be answered. */
public record Plan(List<Story> stories, List<String> assumptions, List<String> openQuestions) {

    public Plan {
        stories = List.copyOf(stories);
        assumptions = List.copyOf(assumptions);
        openQuestions = List.copyOf(openQuestions);
        if (stories.isEmpty()) {
            throw new IllegalArgumentException("A plan has stories");
        }
    }

    /** The plan for a requirement that a person already wrote as one story. */
    public static Plan asWritten(Requirement requirement) {
        return new Plan(List.of(Story.asWritten(requirement)), List.of(), List.of());
    }
}
