package dev.sluice.console.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands on the log.
 *
 * @param runId requirement or outside change that it belongs to, null for events about no run
 * @param summary one sentence for people; holds untrusted text
 * @param payload the value as JSON
 */
public record LogEntry(
        String topic,
        int partition,
        long offset,
        String eventId,
        String key,
        String correlationId,
        @Nullable String causationId,
        String source,
        @Nullable String runId,
        Instant occurredAt,
        String summary,
        String payload) {}
