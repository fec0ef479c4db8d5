package dev.sluice.reviewer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as read from the repository.
 *
 * @param diff unified diff from base to head, cut at a limit
 * @param cut whether {@code diff} was cut
 * @param mergeTree tree of the merge of head into base, null where they conflict
 * @param earlierReleases stories released into the base before
 */
public record Patch(
        String diff,
        boolean cut,
        List<TouchedFile> files,
        List<AddedLine> addedLines,
        @Nullable String mergeTree,
        List<String> conflicts,
        PolicyText policy,
        PolicyRules rules,
        @Nullable Integer earlierReleases) {

    public Patch {
        files = List.copyOf(files);
        addedLines = List.copyOf(addedLines);
        conflicts = List.copyOf(conflicts);
    }
}
