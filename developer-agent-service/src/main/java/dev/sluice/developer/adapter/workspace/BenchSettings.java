package dev.sluice.developer.adapter.workspace;

import dev.sluice.workspace.sandbox.Limits;
import java.time.Duration;

/**
 * How repositories are worked on.
 *
 * @param limits what a test run may use
 * @param testsAtOnce how many test runs there may be at once
 * @param contextCharacters how much of a repository a model is shown
 * @param patience how long an unreachable repository is tried again
 * @param authorName author of commits
 * @param authorEmail author's address
 */
public record BenchSettings(
        Limits limits,
        int testsAtOnce,
        int contextCharacters,
        Duration patience,
        String authorName,
        String authorEmail) {}
