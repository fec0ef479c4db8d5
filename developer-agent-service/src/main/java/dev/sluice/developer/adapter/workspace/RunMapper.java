package dev.sluice.developer.adapter.workspace;

import dev.sluice.developer.domain.TestRun;
import java.util.List;

/** Test runs of the workspace as the domain sees them, cut to what an event may carry. */
final class RunMapper {

    private static final int FAILURES = 20;
    private static final int MESSAGE = 500;
    private static final int TAIL = 8_000;

    private RunMapper() {}

    static TestRun toDomain(dev.sluice.workspace.tests.TestRun run) {
        List<TestRun.Failure> failures = run.failures().stream()
                .limit(FAILURES)
                .map(failure -> new TestRun.Failure(failure.name(), head(failure.message())))
                .toList();
        return new TestRun(
                TestRun.Outcome.valueOf(run.outcome().name()),
                run.command(),
                run.stack(),
                run.total(),
                run.passed().size(),
                run.failed(),
                run.skipped(),
                run.durationMillis(),
                run.isolation().name(),
                failures,
                tail(run.outputTail()));
    }

    private static String head(String text) {
        return text.length() <= MESSAGE ? text : text.substring(0, MESSAGE) + "…";
    }

    private static String tail(String text) {
        return text.length() <= TAIL ? text : "…" + text.substring(text.length() - TAIL);
    }
}
