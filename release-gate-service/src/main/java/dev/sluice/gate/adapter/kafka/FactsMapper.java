package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.ChangedFile;
import dev.sluice.events.Evidence;
import dev.sluice.events.Isolation;
import dev.sluice.events.Proof;
import dev.sluice.events.TestReport;
import dev.sluice.gate.domain.Claim;
import dev.sluice.gate.domain.Facts;
import dev.sluice.gate.domain.TestRun;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The evidence of a verdict to what the gate needs of it. */
final class FactsMapper {

    private static final int MOST_PATHS = 20;
    private static final Set<String> DOCUMENTATION = Set.of("md", "adoc", "rst", "txt");

    private FactsMapper() {}

    static @Nullable Facts toDomain(@Nullable Evidence evidence) {
        return evidence == null
                ? null
                : new Facts(
                        claim(evidence.getFailToPass()),
                        claim(evidence.getPassToPass()),
                        run(evidence.getHead()),
                        run(evidence.getMergeResult()),
                        evidence.getFiles().size(),
                        evidence.getFiles().stream().anyMatch(FactsMapper::production),
                        evidence.getLayer(),
                        Words.cut(evidence.getLayerReason(), 300),
                        evidence.getProtectedPaths().stream()
                                .limit(MOST_PATHS)
                                .map(path -> Words.cut(path, 300))
                                .toList(),
                        evidence.getEarlierReleases());
    }

    static @Nullable TestRun run(@Nullable TestReport report) {
        return report == null
                ? null
                : new TestRun(
                        switch (report.getOutcome()) {
                            case PASSED -> TestRun.Result.PASSED;
                            case FAILED -> TestRun.Result.FAILED;
                            case NO_TESTS_RAN -> TestRun.Result.NONE_RAN;
                            case BUILD_FAILED -> TestRun.Result.BUILD_FAILED;
                            case TIMED_OUT -> TestRun.Result.TIMED_OUT;
                            case ERROR -> TestRun.Result.ERROR;
                            case UNKNOWN -> TestRun.Result.UNKNOWN;
                        },
                        report.getIsolation() != Isolation.NONE && report.getIsolation() != Isolation.UNKNOWN,
                        detail(report));
    }

    private static String detail(TestReport report) {
        String figures = report.getPassed() + " passed, " + report.getFailed() + " failed, " + report.getSkipped()
                + " skipped with '" + Words.cut(report.getCommand(), 100) + "'";
        return report.getFailures().isEmpty()
                ? figures
                : figures + "; first: "
                        + Words.cut(report.getFailures().getFirst().getTest(), 150);
    }

    private static @Nullable Claim claim(@Nullable Proof proof) {
        return proof == null
                ? null
                : new Claim(
                        switch (proof.getOutcome()) {
                            case PROVEN -> Claim.Shown.PROVEN;
                            case REFUTED -> Claim.Shown.REFUTED;
                            case NOT_APPLICABLE -> Claim.Shown.NOT_APPLICABLE;
                            case FAILED_TO_RUN -> Claim.Shown.FAILED_TO_RUN;
                            case UNKNOWN -> Claim.Shown.UNKNOWN;
                        },
                        Words.cut(proof.getDetail(), 300));
    }

    private static boolean production(ChangedFile file) {
        String path = file.getPath();
        String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !file.getTest() && !DOCUMENTATION.contains(ending);
    }
}
