package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Repository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change with all that was said about it. Names are those of the event contract. */
public record ChangeDetail(
        String changeId,
        String storyId,
        String runId,
        Generated generated,
        List<ReviewDetail> reviews,
        @Nullable ReleaseDetail decision,
        @Nullable Merge merge,
        @Nullable Refusal refusal) {

    /** What {@code code.generated} said. */
    public record Generated(
            String origin,
            String outcome,
            Repository repository,
            @Nullable String baseSha,
            @Nullable String headSha,
            @Nullable String branch,
            List<Attempt> attempts,
            @Nullable TestRun testReport,
            @Nullable String rebasedFrom,
            @Nullable String failure,
            Instant generatedAt) {}

    public record Attempt(
            int number,
            String kind,
            String outcome,
            @Nullable String model,
            List<String> filesChanged,
            @Nullable TestRun testReport,
            @Nullable String detail,
            long durationMillis) {}

    public record Merge(String mergeSha, String landedTree, boolean asEvaluated, Party mergedBy, Instant mergedAt) {}

    public record Refusal(
            String cause, String detail, @Nullable String currentBaseSha, Instant refusedAt) {}

    /** Evidence of the role that proves it, else of any role. */
    public @Nullable EvidenceDetail evidence() {
        EvidenceDetail any = null;
        for (ReviewDetail review : reviews) {
            if (review.evidence() != null) {
                if (review.role().equals("TEST_QUALITY")) {
                    return review.evidence();
                }
                any = review.evidence();
            }
        }
        return any;
    }
}
