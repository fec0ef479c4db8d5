package dev.sluice.testing.architecture.sample.config;

/** Wires. */
public final class Wiring {}
