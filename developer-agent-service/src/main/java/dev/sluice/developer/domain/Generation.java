package dev.sluice.developer.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an assignment: a change, or the failure to write one.
 *
 * @param rebasedFrom change that this one replaces because its base had moved
 */
public record Generation(
        String changeId,
        String storyId,
        String requirementId,
        Repository repository,
        StoryText story,
        Party requestedBy,
        @Nullable Party approvedBy,
        Ending ending,
        List<Attempted> attempts,
        Authorship authorship,
        @Nullable String rebasedFrom,
        Instant generatedAt) {

    public Generation {
        attempts = List.copyOf(attempts);
    }
}
