package dev.sluice.messaging.deadletters;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be handled.
 *
 * @param topic dead-letter topic; with {@code partition} and {@code offset} its address
 * @param originalOffset -1 if unknown
 * @param group consumer group that could not handle it
 * @param exception class of the failure
 * @param message what went wrong
 * @param eventId id in its envelope, null if it has none
 * @param headers all headers as text; binary ones in hexadecimal
 * @param value the bytes as they came, null if there were none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        String originalTopic,
        int originalPartition,
        long originalOffset,
        String group,
        String exception,
        String message,
        @Nullable String key,
        @Nullable String eventId,
        Instant at,
        Map<String, String> headers,
        byte @Nullable [] value) {}
