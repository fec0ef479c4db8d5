package dev.sluice.workspace.tests;

/**
 * A test that failed or broke.
 *
 * @param name class and method as in {@link TestRun#passed()}
 * @param message first lines of what it said
 */
public record FailedTest(String name, String message) {}
