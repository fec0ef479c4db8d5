package dev.sluice.benchmarks.scenario;

import dev.sluice.developer.application.Bench;
import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Limits;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.developer.domain.TestRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** A working copy that accepts every edit, passes every test and takes no time. */
final class BenchFromMemory implements Bench {

    static final String BASE = "b".repeat(40);

    private static final Limits LIMITS = new Limits(1, List.of("**"), List.of(".github/**", ".sluice/**"));
    private static final List<Excerpt> FILES = List.of(
            new Excerpt("README.md", "# Greeting\n\nWhat visitors read first.\n", true),
            new Excerpt(Sample.GREETED, Sample.BEFORE + "\nYou are welcome.\n", true));
    private static final List<String> PATHS =
            List.of("README.md", Sample.GREETED, "tests/welcome.expected", "run-tests.sh");
    private static final TestRun PASSED = new TestRun(
            TestRun.Outcome.PASSED,
            "sh run-tests.sh",
            "greeting",
            2,
            2,
            0,
            0,
            1,
            "NONE",
            List.of(),
            "2 tests, answered from memory");

    @Override
    public String baseSha() {
        return BASE;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public List<String> paths() {
        return PATHS;
    }

    @Override
    public List<Excerpt> context(StoryText story) {
        return FILES;
    }

    @Override
    public List<Excerpt> show(StoryText story, List<String> paths) {
        return FILES;
    }

    @Override
    public Application apply(String reply) {
        return new Application.Changed(List.of(Sample.GREETED, Sample.test(0)));
    }

    @Override
    public TestRun test() {
        return PASSED;
    }

    /** The message names the story, so every story has a commit of its own. */
    @Override
    public String commit(String message, Instant at) {
        try {
            byte[] text = (message + at).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Replay replay(String headSha, String formerBaseSha, String message, Instant at) {
        return new Replay.Contained();
    }

    @Override
    public Push push(String headSha, String branch, String storyId) {
        return new Push.Pushed();
    }

    @Override
    public void close() {}
}
