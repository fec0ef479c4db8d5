package dev.sluice.workspace.tests;

import dev.sluice.workspace.sandbox.CommandResult;
import dev.sluice.workspace.sandbox.CommandResult.Stop;
import dev.sluice.workspace.sandbox.Limits;
import dev.sluice.workspace.sandbox.Sandbox;
import dev.sluice.workspace.sandbox.SandboxFailure;
import dev.sluice.workspace.sandbox.SandboxedCommand;
import dev.sluice.workspace.stack.StackProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the tests of a worktree in a sandbox and reads their reports. */
public final class TestRunner {

    private static final int TAIL = 12_000;
    private static final int NOT_FOUND = 127;
    private static final int PYTEST_NOTHING_COLLECTED = 5;

    /** What JVMs say about the options we give them, and about Maven's own libraries. */
    private static final Pattern NOISE = Pattern.compile(
            "(?m)^(NOTE: Picked up JDK_JAVA_OPTIONS|WARNING: (A terminally deprecated method|sun\\.misc\\.Unsafe::|Please consider reporting this to the maint)).*\\n?");

    private TestRunner() {}

    /** Runs all tests. Reports that are there beforehand are deleted; every answer is an outcome. */
    public static TestRun run(Path worktree, StackProfile profile, Sandbox sandbox, Limits limits) {
        if (!profile.hasTests()) {
            String advice = "No known stack: add " + StackProfile.OVERRIDE + " with a test command.";
            return new TestRun(
                    RunOutcome.NO_TESTS_RAN,
                    "",
                    profile.name(),
                    0,
                    List.of(),
                    List.of(),
                    0,
                    sandbox.isolation(),
                    advice);
        }
        JUnitReports.delete(worktree, profile.reports());
        try {
            CommandResult result = sandbox.run(new SandboxedCommand(
                    profile.testCommand(),
                    worktree,
                    profile.environment(),
                    profile.readOnly(),
                    profile.path(),
                    limits));
            return profile.reports().globs().isEmpty()
                    ? byExitCode(profile, result)
                    : byReports(worktree, profile, result);
        } catch (SandboxFailure e) {
            return new TestRun(
                    RunOutcome.ERROR,
                    shown(profile),
                    profile.name(),
                    0,
                    List.of(),
                    List.of(),
                    0,
                    sandbox.isolation(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static TestRun byReports(Path worktree, StackProfile profile, CommandResult result) {
        JUnitReports reports = JUnitReports.read(worktree, profile.reports());
        String notes = String.join("\n", reports.problems());
        RunOutcome outcome = outcome(profile, result, reports);
        return new TestRun(
                outcome,
                shown(profile),
                profile.name(),
                reports.skipped(),
                reports.failed(),
                reports.passed(),
                result.durationMillis(),
                result.isolation(),
                tail(result, notes));
    }

    private static RunOutcome outcome(StackProfile profile, CommandResult result, JUnitReports reports) {
        if (result.stopped() == Stop.TIME) {
            return RunOutcome.TIMED_OUT;
        }
        if (result.stopped() != Stop.NOTHING || !reports.problems().isEmpty()) {
            return RunOutcome.ERROR;
        }
        if (!reports.failed().isEmpty()) {
            return RunOutcome.FAILED;
        }
        boolean nothing = reports.passed().isEmpty();
        if (result.exit() == 0) {
            return nothing ? RunOutcome.NO_TESTS_RAN : RunOutcome.PASSED;
        }
        if (result.exit() == NOT_FOUND && nothing) {
            return RunOutcome.ERROR;
        }
        return result.exit() == PYTEST_NOTHING_COLLECTED
                        && nothing
                        && profile.name().equals("pytest")
                ? RunOutcome.NO_TESTS_RAN
                : RunOutcome.BUILD_FAILED;
    }

    /** Without reports the command is one test, named after the stack. */
    private static TestRun byExitCode(StackProfile profile, CommandResult result) {
        String name = profile.name() + " test command";
        RunOutcome outcome = switch (result.stopped()) {
            case TIME -> RunOutcome.TIMED_OUT;
            case MEMORY, PROCESSES -> RunOutcome.ERROR;
            case NOTHING ->
                result.exit() == 0
                        ? RunOutcome.PASSED
                        : result.exit() == NOT_FOUND ? RunOutcome.ERROR : RunOutcome.FAILED;
        };
        List<FailedTest> failed = outcome == RunOutcome.FAILED
                ? List.of(new FailedTest(name, "It ended with exit code " + result.exit() + "."))
                : List.of();
        return new TestRun(
                outcome,
                shown(profile),
                profile.name(),
                0,
                failed,
                outcome == RunOutcome.PASSED ? List.of(name) : List.of(),
                result.durationMillis(),
                result.isolation(),
                tail(result, ""));
    }

    private static String tail(CommandResult result, String notes) {
        String why = switch (result.stopped()) {
            case NOTHING -> "";
            case TIME -> "[ended: the time limit was reached]";
            case MEMORY -> "[ended: the memory limit was reached]";
            case PROCESSES -> "[ended: the limit of processes was reached]";
        };
        String output = NOISE.matcher(result.output()).replaceAll("").strip();
        String kept = output.length() <= TAIL ? output : "[…]\n" + output.substring(output.length() - TAIL);
        return List.of(kept, notes, why).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String shown(StackProfile profile) {
        return profile.testCommand().stream()
                .map(word -> word.length() > 200 ? "<script>" : word.contains(" ") ? "'" + word + "'" : word)
                .collect(Collectors.joining(" "));
    }
}
