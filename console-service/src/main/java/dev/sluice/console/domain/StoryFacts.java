package dev.sluice.console.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one story.
 *
 * @param planned whether {@code story.planned} was seen
 * @param question first open question about it or its changes, null without one
 * @param changes its changes, in any order
 */
public record StoryFacts(
        String storyId,
        String key,
        List<String> dependsOn,
        boolean planned,
        @Nullable String question,
        List<ChangeFacts> changes) {

    public StoryFacts {
        dependsOn = List.copyOf(dependsOn);
        changes = List.copyOf(changes);
    }

    /** The change that stands for the story: a merged one, else the newest that no rebase has replaced. */
    public Optional<ChangeFacts> current() {
        Set<String> replaced = changes.stream()
                .flatMap(c -> Stream.ofNullable(c.rebasedFrom()))
                .collect(Collectors.toSet());
        return changes.stream()
                .filter(c -> c.mergeSha() != null || !replaced.contains(c.changeId()))
                .max(Comparator.comparing((ChangeFacts c) -> c.mergeSha() != null)
                        .thenComparing(ChangeFacts::generatedAt)
                        .thenComparing(ChangeFacts::changeId));
    }
}
