package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict. Names are those of the event contract. */
public record ReviewDetail(
        String reviewId,
        String role,
        Party reviewer,
        String verdict,
        String risk,
        String summary,
        List<Finding> findings,
        @Nullable EvidenceDetail evidence,
        @Nullable String model,
        @Nullable String failure,
        String baseSha,
        String headSha,
        Instant completedAt) {

    public record Finding(
            String findingId,
            String severity,
            String category,
            @Nullable String file,
            @Nullable Integer line,
            String message) {}
}
