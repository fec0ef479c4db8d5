package dev.sluice.workspace.evidence;

import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Does what worked still work? Every test that passed at the base passes at the head, by name. */
public final class PassToPass {

    private PassToPass() {}

    /**
     * @param base commit the change is built on
     * @param head commit that holds the change
     */
    public static CheckedClaim check(Mirror mirror, String base, String head, TreeTests tests) {
        return compare(tests.run(mirror.tree(base)), tests.run(mirror.tree(head)));
    }

    /** Compares two runs. Pure. */
    public static CheckedClaim compare(TestRun atBase, TestRun atHead) {
        if (atBase.passed().isEmpty()) {
            return new CheckedClaim(
                    ProvenOutcome.NOT_APPLICABLE,
                    "No test passed at the base: " + atBase.summary() + ".",
                    List.of(),
                    atHead);
        }
        if (atHead.outcome() != RunOutcome.PASSED
                && atHead.outcome() != RunOutcome.FAILED
                && atHead.outcome() != RunOutcome.NO_TESTS_RAN) {
            return new CheckedClaim(
                    ProvenOutcome.FAILED_TO_RUN,
                    "The tests did not run to their end at the head: " + atHead.summary() + ".",
                    List.of(),
                    atHead);
        }
        Set<String> now = new HashSet<>(atHead.passed());
        List<String> lost = atBase.passed().stream()
                .filter(name -> !now.contains(name))
                .distinct()
                .toList();
        return lost.isEmpty()
                ? new CheckedClaim(
                        ProvenOutcome.PROVEN,
                        "All " + atBase.passed().size() + " test(s) that passed at the base pass at the head.",
                        List.of(),
                        atHead)
                : new CheckedClaim(
                        ProvenOutcome.REFUTED,
                        lost.size() + " test(s) that passed at the base fail, are skipped or are gone at the head.",
                        lost,
                        atHead);
    }
}
