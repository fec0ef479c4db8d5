package dev.sluice.console.application;

import dev.sluice.console.domain.Party;
import dev.sluice.console.domain.Repository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A requirement as it was submitted. Names are those of the event contract. */
public record RequirementDetail(
        String requirementId,
        int revision,
        String kind,
        String title,
        String body,
        List<String> acceptanceCriteria,
        Repository repository,
        Party requestedBy,
        String source,
        @Nullable String externalId,
        Instant submittedAt) {}
