package dev.sluice.models.trace;

/** One try at one route, and what happened: SUCCEEDED, PAUSED, or the kind of failure. */
public record Try(String provider, String model, String outcome, long durationMillis) {}
