package dev.sluice.developer.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An approved story that is to be written now.
 *
 * @param revision revision of the story, from 1
 * @param clarifications answers given so far
 */
public record Assignment(
        String storyId,
        String requirementId,
        int planRevision,
        int revision,
        StoryText story,
        Repository repository,
        Party requestedBy,
        @Nullable Party approvedBy,
        List<String> clarifications,
        Instant plannedAt) {

    public Assignment {
        clarifications = List.copyOf(clarifications);
    }
}
