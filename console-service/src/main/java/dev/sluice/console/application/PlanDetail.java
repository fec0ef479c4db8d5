package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan with the decision about it, if there is one. Names are those of the event contract. */
public record PlanDetail(
        int revision,
        String outcome,
        String approval,
        List<PlannedStory> stories,
        List<String> assumptions,
        List<String> openQuestions,
        @Nullable Estimate estimate,
        @Nullable String model,
        @Nullable String failure,
        Instant proposedAt,
        @Nullable Decision decision) {

    public record PlannedStory(
            String key,
            String title,
            String description,
            List<String> acceptanceCriteria,
            String rationale,
            List<String> dependsOn,
            List<String> risks,
            @Nullable Double confidence) {}

    public record Money(String amount, String currency) {}

    public record Estimate(Money p50, Money p85, Money p95, String basis) {}

    public record Decision(
            int planRevision,
            String verdict,
            Party decidedBy,
            @Nullable String reason,
            Instant decidedAt) {}

    public PlanDetail with(@Nullable Decision made) {
        return new PlanDetail(
                revision,
                outcome,
                approval,
                stories,
                assumptions,
                openQuestions,
                estimate,
                model,
                failure,
                proposedAt,
                made);
    }

    /** Whether a person must decide about it now. */
    public boolean waits() {
        return outcome.equals("PROPOSED") && approval.equals("REQUIRED") && decision == null;
    }
}
