package dev.sluice.planner.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the stories of a plan must satisfy. */
public final class PlanRules {

    public static final int MIN_STORIES = 2;
    public static final int MAX_STORIES = 8;

    private PlanRules() {}

    /** What is wrong with the stories of an epic, in words that tell what to do differently; empty if nothing is. */
    public static List<String> violations(List<Story> stories) {
        List<String> found = new ArrayList<>();
        if (stories.size() < MIN_STORIES || stories.size() > MAX_STORIES) {
            found.add("an epic is planned as %d to %d stories, not %d"
                    .formatted(MIN_STORIES, MAX_STORIES, stories.size()));
        }
        Set<String> keys = new HashSet<>();
        for (Story story : stories) {
            if (!keys.add(story.key())) {
                found.add("key " + story.key() + " is used twice; every story needs its own");
            }
        }
        for (Story story : stories) {
            ofStory(story, keys, found);
        }
        if (found.isEmpty() && !cycle(stories).isEmpty()) {
            found.add("stories " + String.join(", ", cycle(stories)) + " depend on each other in a circle");
        }
        return found;
    }

    private static void ofStory(Story story, Set<String> keys, List<String> found) {
        int words = Words.count(story.title());
        if (words == 0 || words > Story.MAX_TITLE_WORDS) {
            found.add("the title of %s has %d words; 1 to %d are allowed"
                    .formatted(story.key(), words, Story.MAX_TITLE_WORDS));
        }
        if (story.description().isBlank() && story.acceptanceCriteria().isEmpty()) {
            found.add("story " + story.key() + " has neither a description nor acceptance criteria");
        }
        if (!(story.confidence() >= 0 && story.confidence() <= 1)) {
            found.add("the confidence of " + story.key() + " must be between 0 and 1");
        }
        story.dependsOn().stream()
                .filter(key -> !keys.contains(key))
                .forEach(key ->
                        found.add("story %s depends on %s, which is not in the plan".formatted(story.key(), key)));
    }

    /** Keys of the stories that can never start because of a circle of dependencies. */
    static List<String> cycle(List<Story> stories) {
        Set<String> startable = new HashSet<>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Story story : stories) {
                if (!startable.contains(story.key()) && startable.containsAll(story.dependsOn())) {
                    moved = startable.add(story.key());
                }
            }
        }
        return stories.stream()
                .map(Story::key)
                .filter(key -> !startable.contains(key))
                .toList();
    }
}
