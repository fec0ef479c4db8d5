package dev.sluice.planner.domain;

import java.util.List;

/**
 * All that a planner needs to know.
 *
 * @param revision that the plan is to have, from 1
 * @param previousStories stories of the plan that was sent back, if one was
 * @param feedback why earlier plans were sent back, oldest first
 * @param clarifications questions asked and answers given so far, as text
 */
public record PlanningTask(
        Requirement requirement,
        int revision,
        List<Story> previousStories,
        List<String> feedback,
        List<String> clarifications) {

    private static final int ENOUGH_WORDS = 5;

    public PlanningTask {
        previousStories = List.copyOf(previousStories);
        feedback = List.copyOf(feedback);
        clarifications = List.copyOf(clarifications);
    }

    /** What must be asked before anybody can plan; empty if there is enough text. */
    public List<Question> gaps() {
        if (!clarifications.isEmpty()
                || !requirement.acceptanceCriteria().stream().allMatch(String::isBlank)) {
            return List.of();
        }
        return switch (requirement.kind()) {
            case STORY ->
                requirement.body().isBlank()
                        ? List.of(new Question(
                                "The story has neither a description nor acceptance criteria. What must be true when it is done?",
                                List.of()))
                        : List.of();
            case EPIC ->
                Words.count(requirement.title() + " " + requirement.body()) < ENOUGH_WORDS
                        ? List.of(new Question(
                                "The epic has too little text to plan from. What is wanted, for whom, and how will it be seen that it works?",
                                List.of()))
                        : List.of();
        };
    }
}
