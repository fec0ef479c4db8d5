package dev.sluice.console.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate's decision. Names are those of the event contract. */
public record ReleaseDetail(
        String outcome,
        List<Reason> reasons,
        List<Reason> warnings,
        int layer,
        List<String> requiredVerdicts,
        List<Received> receivedVerdicts,
        @Nullable String policyHash,
        Instant deadline,
        Instant decidedAt) {

    public record Reason(String code, String message, String source) {}

    public record Received(String reviewId, String role, String verdict, String reviewer) {}
}
