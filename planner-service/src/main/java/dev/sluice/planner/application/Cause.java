package dev.sluice.planner.application;

import org.jspecify.annotations.Nullable;

/**
 * The event whose handling this is; equal on every redelivery.
 *
 * @param traceparent W3C trace context that it came with
 */
public record Cause(
        String eventId, String correlationId, @Nullable String traceparent) {}
