package dev.sluice.reviewer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim that a machine checked.
 *
 * @param tests tests concerned, at most twenty
 * @param run the run that shows it
 */
public record MachineProof(
        Result result,
        String detail,
        List<String> tests,
        @Nullable TestRun run) {

    /** What could be shown. */
    public enum Result {
        PROVEN,
        REFUTED,
        NOT_APPLICABLE,
        FAILED_TO_RUN
    }

    public MachineProof {
        tests = tests.stream().limit(20).toList();
    }
}
