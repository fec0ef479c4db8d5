package dev.sluice.testing.architecture.sample.util;

/** Has a vague name in a vague package. */
public final class StringHelper {}
