package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.Isolation;
import dev.sluice.events.TestFailure;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.TestReport;
import dev.sluice.reviewer.domain.TestRun;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Test reports as they occur inside events. */
final class TestRunMapper {

    private TestRunMapper() {}

    static @Nullable TestReport toWireOrNull(@Nullable TestRun run) {
        return run == null ? null : toWire(run);
    }

    static TestReport toWire(TestRun run) {
        return TestReport.newBuilder()
                .setOutcome(TestOutcome.valueOf(run.outcome().name()))
                .setCommand(run.command())
                .setStack(run.stack())
                .setTotal(run.total())
                .setPassed(run.passed())
                .setFailed(run.failed())
                .setSkipped(run.skipped())
                .setDurationMillis(run.durationMillis())
                .setIsolation(isolation(run.isolation()))
                .setFailures(run.failures().stream()
                        .map(failure -> new TestFailure(failure.test(), failure.message()))
                        .toList())
                .setOutputTail(run.outputTail())
                .build();
    }

    private static Isolation isolation(String name) {
        return Arrays.stream(Isolation.values())
                .filter(isolation -> isolation.name().equals(name))
                .findFirst()
                .orElse(Isolation.UNKNOWN);
    }
}
