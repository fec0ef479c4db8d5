package dev.sluice.planner.domain;

import java.util.List;

/**
 * One independently deliverable piece of work.
 *
 * @param key plain and unique within its plan, see {@link StoryKey}
 * @param title at most {@value #MAX_TITLE_WORDS} words
 * @param dependsOn keys of stories of the same plan that must be merged first
 * @param confidence of the planner, 0 to 1
 */
public record Story(
        String key,
        String title,
        String description,
        List<String> acceptanceCriteria,
        String rationale,
        List<String> dependsOn,
        List<String> risks,
        double confidence) {

    public static final int MAX_TITLE_WORDS = 10;

    public Story {
        if (!StoryKey.plain(key)) {
            throw new IllegalArgumentException("Not a plain story key: " + key);
        }
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        dependsOn = List.copyOf(dependsOn);
        risks = List.copyOf(risks);
    }

    /** The story that {@code requirement} already is, as a person wrote it. */
    static Story asWritten(Requirement requirement) {
        String title = Words.first(MAX_TITLE_WORDS, requirement.title());
        boolean shortened = Words.count(requirement.title()) > MAX_TITLE_WORDS;
        String description = shortened ? requirement.title() + "\n\n" + requirement.body() : requirement.body();
        return new Story(
                "S1",
                title.isEmpty() ? "Story" : title,
                description,
                requirement.acceptanceCriteria(),
                "Submitted as one story.",
                List.of(),
                List.of(),
                1.0);
    }
}
