package dev.sluice.console.application;

import dev.sluice.console.domain.Repository;
import dev.sluice.console.domain.RunState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param kind EPIC, STORY, CHANGE, or null while only later events of the run are known
 */
public record RunSummary(
        String runId,
        long ordinal,
        String title,
        @Nullable String kind,
        @Nullable Repository repository,
        @Nullable String requestedBy,
        RunState state,
        String reason,
        boolean done,
        boolean waitingForPeople,
        int storiesTotal,
        int storiesMerged,
        @Nullable Instant submittedAt,
        Instant updatedAt) {}
