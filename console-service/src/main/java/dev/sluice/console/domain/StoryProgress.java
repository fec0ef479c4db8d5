package dev.sluice.console.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives where each story stands. Pure: equal facts, equal answer, whatever order they came in. */
public final class StoryProgress {

    private StoryProgress() {}

    /** State of every story of a run, by story id, in the given order. */
    public static Map<String, RunStatus> of(RunFacts run) {
        boolean approved = run.plan() == null || run.plan().approved();
        Map<String, RunStatus> byKey = new LinkedHashMap<>();
        run.stories().forEach(story -> byKey.put(story.key(), own(story)));
        Map<String, RunStatus> byId = new LinkedHashMap<>();
        for (StoryFacts story : run.stories()) {
            RunStatus own = byKey.get(story.key());
            byId.put(story.storyId(), own != null ? own : waiting(story, byKey, approved));
        }
        return byId;
    }

    /** What the story's own events say; null when it has none yet. */
    private static @Nullable RunStatus own(StoryFacts story) {
        ChangeFacts change = story.current().orElse(null);
        if (change != null && change.mergeSha() != null) {
            return RunStatus.of(RunState.MERGED, "Landed as " + abbreviate(change.mergeSha()) + ".");
        }
        if (story.question() != null) {
            return RunStatus.of(RunState.CLARIFICATION, story.question());
        }
        if (change != null) {
            return ChangeProgress.of(change);
        }
        return story.planned() ? RunStatus.of(RunState.DEVELOPING, "The developer agent is at work.") : null;
    }

    private static RunStatus waiting(StoryFacts story, Map<String, RunStatus> byKey, boolean approved) {
        if (!approved) {
            return RunStatus.of(RunState.PROPOSED, "Starts when the plan is approved.");
        }
        List<String> missing = new ArrayList<>();
        for (String key : story.dependsOn()) {
            RunStatus other = byKey.get(key);
            if (other == null) {
                missing.add(key);
            } else if (other.state() != RunState.MERGED) {
                missing.add(other.state().done() ? key + " (" + words(other.state()) + ")" : key);
            }
        }
        return missing.isEmpty()
                ? RunStatus.of(RunState.PLANNED, "Approved; about to start.")
                : RunStatus.of(
                        RunState.WAITING_FOR_DEPENDENCY, "Waits for the merge of " + String.join(", ", missing) + ".");
    }

    static String words(RunState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String abbreviate(String sha) {
        return sha.length() > 10 ? sha.substring(0, 10) : sha;
    }
}
