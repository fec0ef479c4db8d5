package dev.sluice.console.application;

import dev.sluice.console.domain.RunState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story of a run.
 *
 * @param changeId the change that stands for it, null before one
 * @param commit commit it landed as, null before
 * @param changes its changes, oldest first
 */
public record StoryDetail(
        String storyId,
        String key,
        String title,
        List<String> dependsOn,
        RunState state,
        String reason,
        @Nullable String changeId,
        @Nullable String commit,
        List<ChangeDetail> changes) {

    /** The change that stands for it, null before one. */
    public @Nullable ChangeDetail current() {
        return changes.stream()
                .filter(c -> c.changeId().equals(changeId))
                .findFirst()
                .orElse(null);
    }

    /** Attempts at it, over all its changes. */
    public int attempts() {
        return changes.stream().mapToInt(c -> c.generated().attempts().size()).sum();
    }
}
