package dev.sluice.workspace.evidence;

import dev.sluice.workspace.tests.TestRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim about a change that was put to the test.
 *
 * @param detail what was run and what it showed, for people
 * @param tests names of the tests concerned: for fail-to-pass those that need the change, for pass-to-pass those that broke
 * @param run the run that shows it, if there was one
 */
public record CheckedClaim(
        ProvenOutcome outcome,
        String detail,
        List<String> tests,
        @Nullable TestRun run) {

    public CheckedClaim {
        tests = List.copyOf(tests);
    }
}
