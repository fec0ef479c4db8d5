package dev.sluice.console.application;

/** A partition of the log and the next offset to read there. */
public record LogPosition(String topic, int partition, long next) {}
