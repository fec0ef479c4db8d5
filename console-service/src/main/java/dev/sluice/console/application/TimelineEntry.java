package dev.sluice.console.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the order in which the console read it.
 *
 * @param payload the value, null where only the line is shown
 */
public record TimelineEntry(
        long seq,
        String eventId,
        String topic,
        String source,
        String key,
        @Nullable String runId,
        Instant occurredAt,
        String summary,
        @Nullable Map<String, @Nullable Object> payload) {}
