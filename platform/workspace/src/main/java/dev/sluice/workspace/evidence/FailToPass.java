package dev.sluice.workspace.evidence;

import dev.sluice.workspace.git.ChangedPath;
import dev.sluice.workspace.git.ChangedPath.Status;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Do the change's tests need the change? Puts the head's test files onto the base and runs them there: at least one test
 * that passes at the head must fail. Tests that do not even compile on the old code count as failing, provided that the
 * old code with its own tests does. (The FAIL_TO_PASS of SWE-bench, for any change.)
 */
public final class FailToPass {

    private FailToPass() {}

    /**
     * @param base commit the change is built on
     * @param head commit that holds the change
     * @param isTest which paths are test code
     */
    public static CheckedClaim check(
            Mirror mirror, String base, String head, Predicate<String> isTest, TreeTests tests) {
        List<ChangedPath> changed = mirror.changes(base, head);
        Set<String> testPaths = new TreeSet<>();
        for (ChangedPath path : changed) {
            if (isTest.test(path.path())) {
                testPaths.add(path.path());
            }
            if (path.status() == Status.RENAMED && isTest.test(path.oldPath())) {
                testPaths.add(path.oldPath());
            }
        }
        boolean written =
                changed.stream().anyMatch(path -> path.status() != Status.DELETED && isTest.test(path.path()));
        if (!written) {
            return claim(ProvenOutcome.NOT_APPLICABLE, "The change adds and changes no test.", List.of());
        }
        String headTree = mirror.tree(head);
        String mixed = mirror.overlay(base, head, testPaths);
        if (mixed.equals(headTree)) {
            return claim(
                    ProvenOutcome.REFUTED,
                    "Only tests changed, so they pass or fail without any other change.",
                    List.of());
        }
        TestRun atHead = tests.run(headTree);
        if (!atHead.succeeded()) {
            return new CheckedClaim(
                    ProvenOutcome.FAILED_TO_RUN,
                    "The tests do not pass at the head: " + atHead.summary() + ".",
                    List.of(),
                    atHead);
        }
        return judge(mirror, base, testPaths, tests.run(mixed), atHead, tests);
    }

    private static CheckedClaim judge(
            Mirror mirror, String base, Set<String> testPaths, TestRun without, TestRun atHead, TreeTests tests) {
        String what = "Ran " + testPaths.size() + " test file(s) of the change on the base: ";
        return switch (without.outcome()) {
            case PASSED, NO_TESTS_RAN ->
                new CheckedClaim(
                        ProvenOutcome.REFUTED,
                        what + without.summary()
                                + ". The tests do not fail without the change, so they prove nothing about it.",
                        newTests(mirror, base, atHead, tests),
                        without);
            case FAILED -> {
                // A module or class that cannot be loaded fails as one, so what counts is what does not pass.
                List<String> needed = minus(atHead, without);
                yield needed.isEmpty()
                        ? new CheckedClaim(
                                ProvenOutcome.REFUTED,
                                what + without.summary() + ", but no test that passes at the head is among them.",
                                List.of(),
                                without)
                        : new CheckedClaim(
                                ProvenOutcome.PROVEN,
                                what + needed.size() + " test(s) that pass with the change do not pass there.",
                                needed,
                                without);
            }
            case BUILD_FAILED -> {
                TestRun atBase = tests.run(mirror.tree(base));
                yield atBase.outcome() == RunOutcome.BUILD_FAILED
                                || atBase.outcome() == RunOutcome.ERROR
                                || atBase.outcome() == RunOutcome.TIMED_OUT
                        ? new CheckedClaim(
                                ProvenOutcome.FAILED_TO_RUN,
                                what + "the build fails, but it fails on the base alone too.",
                                List.of(),
                                without)
                        : new CheckedClaim(
                                ProvenOutcome.PROVEN,
                                what + "they do not compile against the old code, which counts as failing.",
                                minus(atHead, atBase),
                                without);
            }
            case TIMED_OUT, ERROR ->
                new CheckedClaim(ProvenOutcome.FAILED_TO_RUN, what + without.summary() + ".", List.of(), without);
        };
    }

    private static List<String> newTests(Mirror mirror, String base, TestRun atHead, TreeTests tests) {
        return minus(atHead, tests.run(mirror.tree(base)));
    }

    private static List<String> minus(TestRun run, TestRun older) {
        Set<String> before = older.passed().stream().collect(Collectors.toSet());
        return run.passed().stream().filter(name -> !before.contains(name)).toList();
    }

    private static CheckedClaim claim(ProvenOutcome outcome, String detail, List<String> names) {
        return new CheckedClaim(outcome, detail, names, null);
    }
}
