package dev.sluice.developer.application;

import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Limits;
import dev.sluice.developer.domain.Repository;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.developer.domain.TestRun;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workbench in memory: a reply is its own edit, except {@code refuse} and {@code nothing}; tests answer what the test says. */
final class MemoryWorkbench implements Workbench, Bench {

    final Deque<TestRun> runs = new ArrayDeque<>();
    final List<String> applied = new ArrayList<>();
    final List<String> pushed = new ArrayList<>();

    @Nullable
    String closed;

    @Nullable
    String foreign;

    Replay replay = new Replay.Replayed("moved-head");
    int fixAttempts = 1;
    boolean open;

    static TestRun run(TestRun.Outcome outcome) {
        boolean passed = outcome == TestRun.Outcome.PASSED;
        return new TestRun(
                outcome,
                "python -m unittest",
                "unittest",
                2,
                passed ? 2 : 1,
                passed ? 0 : 1,
                0,
                5,
                "BUBBLEWRAP",
                passed ? List.of() : List.of(new TestRun.Failure("t.T.test_name", "AssertionError")),
                "last line of output");
    }

    static TestRun untestable() {
        return new TestRun(
                TestRun.Outcome.NO_TESTS_RAN, "", TestRun.UNKNOWN_STACK, 0, 0, 0, 0, 0, "NONE", List.of(), "");
    }

    @Override
    public Opening open(Repository repository, String causeId) {
        if (closed != null) {
            return new Opening.Refused(closed);
        }
        open = true;
        return new Opening.Opened(this);
    }

    @Override
    public String baseSha() {
        return "base";
    }

    @Override
    public Limits limits() {
        return new Limits(fixAttempts, List.of("**"), List.of());
    }

    @Override
    public List<String> paths() {
        return List.of("a.py");
    }

    @Override
    public List<Excerpt> context(StoryText story) {
        return List.of(new Excerpt("a.py", "before", true));
    }

    @Override
    public List<Excerpt> show(StoryText story, List<String> paths) {
        return paths.stream()
                .map(path -> new Excerpt(path, "after " + applied, true))
                .toList();
    }

    @Override
    public Application apply(String reply) {
        if (reply.equals("refuse")) {
            return new Application.Refused("a.py: SEARCH text stands there twice.");
        }
        if (reply.equals("nothing")) {
            return new Application.Unchanged();
        }
        applied.add(reply);
        return new Application.Changed(List.of("a.py"));
    }

    @Override
    public TestRun test() {
        return runs.isEmpty() ? run(TestRun.Outcome.PASSED) : runs.pop();
    }

    @Override
    public String commit(String message, Instant at) {
        return "head-of-" + String.join("+", applied);
    }

    @Override
    public Replay replay(String headSha, String formerBaseSha, String message, Instant at) {
        return replay;
    }

    @Override
    public Push push(String headSha, String branch, String storyId) {
        if (foreign != null) {
            return new Push.Refused(foreign);
        }
        pushed.add(headSha);
        return new Push.Pushed();
    }

    @Override
    public void close() {
        open = false;
    }
}
