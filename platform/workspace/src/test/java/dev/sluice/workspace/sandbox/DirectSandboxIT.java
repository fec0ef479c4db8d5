package dev.sluice.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.sandbox.CommandResult.Stop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectSandboxIT {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1L << 30, 300, 64 * 1024, 64L << 20);

    @TempDir
    Path worktree;

    @Test
    void admitsThatItDoesNotIsolate() {
        assertThat(run("true", LIMITS).isolation()).isEqualTo(IsolationKind.NONE);
    }

    @Test
    void passesOnNothingOfItsOwnEnvironment() {
        List<String> allowed =
                List.of("PATH", "HOME", "TMPDIR", "LANG", "TZ", "PWD", "SHLVL", "_", "OLDPWD", "SLUICE_RUN", "MARK");
        CommandResult result = run("env", LIMITS);
        assertThat(result.output().lines().map(line -> line.replaceAll("=.*", "")))
                .isNotEmpty()
                .allMatch(allowed::contains);
    }

    @Test
    void endsWhatHangsAndWhatRanAway() {
        CommandResult result = run(
                "setsid sh -c 'sleep 4321 & sleep 4321' & (setsid sleep 4321 &) ; sleep 4321",
                LIMITS.withTime(Duration.ofSeconds(1)));
        assertThat(result.stopped()).isEqualTo(Stop.TIME);
        assertThat(sleepers()).isZero();
    }

    @Test
    void endsWhatOutlivesASuccess() {
        CommandResult result = run("(setsid sleep 4321 &) ; echo started", LIMITS);
        assertThat(result.output()).isEqualTo("started\n");
        assertThat(result.durationMillis()).isLessThan(4_000);
        assertThat(sleepers()).isZero();
    }

    @Test
    void endsAnArmyOfProcesses() {
        CommandResult result = run("i=0; while [ $i -lt 400 ]; do sleep 4321 & i=$((i+1)); done; wait", LIMITS);
        assertThat(result.stopped()).isEqualTo(Stop.PROCESSES);
        assertThat(sleepers()).isZero();
    }

    private CommandResult run(String script, Limits limits) {
        return new DirectSandbox()
                .run(new SandboxedCommand(
                        List.of("/bin/sh", "-c", script), worktree, Map.of("MARK", "x"), List.of(), List.of(), limits));
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 4321"))
                .count();
    }
}
