package dev.sluice.workspace.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.testing.tools.Needs;
import dev.sluice.workspace.sandbox.CommandResult.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BubblewrapSandboxIT {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 1L << 30, 300, 64 * 1024, 64L << 20);

    @TempDir
    Path temporary;

    private Path worktree;
    private Sandbox sandbox;

    @BeforeEach
    void find() throws IOException {
        SandboxChoice choice = Sandboxes.choose(true);
        Needs.tool("bubblewrap", choice instanceof SandboxChoice.Chosen);
        sandbox = ((SandboxChoice.Chosen) choice).sandbox();
        worktree = Files.createDirectory(temporary.resolve("tree"));
    }

    @Test
    void writesOnlyInTheWorktree() throws IOException {
        CommandResult result = run(
                "echo hello > file; for d in / /usr /etc /dev /proc/sys/kernel /bin; do touch $d/x 2>/dev/null && echo wrote $d; done; echo done");
        assertThat(result.exit()).isZero();
        assertThat(result.output()).isEqualTo("done\n");
        assertThat(worktree.resolve("file")).hasContent("hello");
        assertThat(result.isolation()).isEqualTo(IsolationKind.BUBBLEWRAP);
    }

    @Test
    void showsNoSecretInAnyEnvironment() throws Exception {
        // This JVM's environment holds PATH and HOME at least; a marker of its own cannot be set, so compare every
        // value.
        CommandResult result = run(
                "env; for p in /proc/[0-9]*; do tr '\\0' '\\n' < $p/environ 2>/dev/null; done; ls /proc | grep -c '^[0-9]'");
        List<String> allowed = List.of("PATH", "HOME", "TMPDIR", "LANG", "TZ", "PWD", "SHLVL", "_", "OLDPWD", "MARK");
        assertThat(result.output()
                        .lines()
                        .filter(line -> line.contains("="))
                        .map(line -> line.substring(0, line.indexOf('='))))
                .allMatch(allowed::contains);
        System.getenv().forEach((name, value) -> {
            if (value.length() >= 12 && !name.equals("PATH") && !value.startsWith("/usr") && !value.startsWith("C.")) {
                assertThat(result.output()).as(name).doesNotContain(value);
            }
        });
        assertThat(run("cat /proc/1/environ 2>/dev/null | wc -c").output().strip())
                .isEqualTo("0");
    }

    @Test
    void seesNoOtherProcessAndNoNetwork() {
        CommandResult result = run("ls -d /proc/[0-9]* | wc -l; cat /proc/net/dev | grep -c :");
        assertThat(Integer.parseInt(
                        result.output().lines().findFirst().orElseThrow().strip()))
                .isLessThan(8);
        assertThat(result.output().lines().skip(1).findFirst().orElseThrow().strip())
                .isEqualTo("1");
    }

    @Test
    void readsNeitherHomesNorKeysNorSettings() {
        CommandResult result = run(
                "cat /etc/shadow /root/.bashrc /etc/ssh/* " + System.getProperty("user.home") + "/.m2/settings.xml "
                        + temporary
                        + "/* 2>&1 | grep -v 'No such file\\|Permission denied'; ls -A /root /etc/ssl/private 2>&1 | grep -c 'No such'; ls /etc/ssl/certs | head -1 | wc -l");
        assertThat(result.output()).isEqualTo("2\n1\n");
    }

    @Test
    void hasNoPowersOfRoot() {
        CommandResult result = run(
                "grep -E '^(CapEff|CapPrm|CapBnd|NoNewPrivs)' /proc/self/status; id -u; mount -t tmpfs none /mnt 2>&1 | head -1");
        assertThat(result.output())
                .contains("CapEff:\t0000000000000000", "CapPrm:\t0000000000000000", "NoNewPrivs:\t1");
        assertThat(result.output().lines().toList().get(4)).isNotEqualTo("0");
    }

    @Test
    void doesNotFollowALinkOutOfTheWorktree() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "top secret");
        Files.createSymbolicLink(worktree.resolve("link"), secret);
        CommandResult result = run("cat link; echo overwritten > link");
        assertThat(result.output()).doesNotContain("top secret");
        assertThat(secret).hasContent("top secret");
    }

    @Test
    void cannotWriteToGit() throws IOException {
        Files.createDirectories(worktree.resolve(".git/hooks"));
        CommandResult result = run("echo evil > .git/hooks/pre-commit; rm -rf .git; mv .git git2; echo end");
        assertThat(result.output()).contains("end");
        assertThat(worktree.resolve(".git/hooks")).isEmptyDirectory();
    }

    @Test
    void endsWhatHangsWithAllItsProcesses() {
        long before = System.nanoTime();
        CommandResult result = run(
                "sleep 1234 & setsid sh -c 'sleep 1234 & sleep 1234' & sleep 1234",
                LIMITS.withTime(Duration.ofSeconds(1)));
        assertThat(result.stopped()).isEqualTo(Stop.TIME);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        assertThat(sleepers()).isZero();
    }

    @Test
    void diesWithTheServiceThatStartedIt() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Process service = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), Runner.class.getName(), worktree.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = service.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("running");
            List<ProcessHandle> started = service.descendants().toList();
            assertThat(started).isNotEmpty();
            service.destroyForcibly().waitFor();
            for (ProcessHandle process : started) {
                process.onExit().get(10, TimeUnit.SECONDS);
            }
        } finally {
            service.destroyForcibly();
        }
    }

    /** A service in the middle of a test run. */
    static final class Runner {
        private Runner() {}

        public static void main(String[] arguments) throws Exception {
            Path worktree = Path.of(arguments[0]);
            Sandbox sandbox = ((SandboxChoice.Chosen) Sandboxes.choose(true)).sandbox();
            Thread run = Thread.ofVirtual()
                    .start(() -> sandbox.run(new SandboxedCommand(
                            List.of("/bin/sh", "-c", "touch started; setsid sleep 5555 & sleep 5555"),
                            worktree,
                            Map.of(),
                            List.of(),
                            List.of(),
                            LIMITS)));
            while (!Files.exists(worktree.resolve("started"))) {
                Thread.onSpinWait();
            }
            System.out.println("running");
            run.join();
        }
    }

    @Test
    void leavesNothingRunningAfterASuccess() {
        CommandResult result = run("setsid sh -c 'sleep 1234' >/dev/null 2>&1 & echo started");
        assertThat(result.exit()).isZero();
        assertThat(sleepers()).isZero();
    }

    @Test
    void keepsHeadAndTailOfAHundredMegabytes() {
        CommandResult result = run("echo first; head -c 100000000 /dev/zero | tr '\\0' 'x'; echo; echo last");
        assertThat(result.truncated()).isTrue();
        assertThat(result.output())
                .startsWith("first")
                .endsWith("last\n")
                .contains("bytes left out")
                .hasSizeLessThan(70_000);
        assertThat(result.exit()).isZero();
    }

    @Test
    void survivesAForkBomb() {
        CommandResult result = run("bomb() { bomb | bomb & }; bomb; sleep 3", LIMITS.withTime(Duration.ofSeconds(4)));
        assertThat(result.durationMillis()).isLessThan(15_000);
        assertThat(run("echo alive").output()).isEqualTo("alive\n");
    }

    @Test
    void endsWhatTakesTooMuchMemory() {
        CommandResult result = run(
                "x=$(head -c 600000000 /dev/zero | tr '\\0' 'x'); echo got ${#x}",
                new Limits(Duration.ofSeconds(20), 200L << 20, 300, 65536, 64L << 20));
        assertThat(result.output()).doesNotContain("got 600000000");
    }

    @Test
    void boundsFilesAndTemporarySpace() {
        CommandResult result = run(
                "head -c 100000000 /dev/zero > big; stat -c %s big; head -c 100000000 /dev/zero > /tmp/big; head -c 90000000 /dev/zero > /dev/shm/big; stat -c %s /tmp/big /dev/shm/big");
        assertThat(result.output().lines().filter(line -> line.matches("\\d+")).map(Long::parseLong))
                .allMatch(size -> size <= (64L << 20));
    }

    @Test
    void saysWhatIsNotFound() {
        CommandResult result = sandbox.run(
                new SandboxedCommand(List.of("no-such-tool"), worktree, Map.of(), List.of(), List.of(), LIMITS));
        assertThat(result.exit()).isEqualTo(127);
        assertThat(result.output()).contains("no-such-tool");
    }

    @Test
    void startsQuickly() {
        run("true");
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            run("true");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start).dividedBy(10)).isLessThan(Duration.ofMillis(250));
    }

    private CommandResult run(String script) {
        return run(script, LIMITS);
    }

    private CommandResult run(String script, Limits limits) {
        return sandbox.run(new SandboxedCommand(
                List.of("/bin/sh", "-c", script), worktree, Map.of("MARK", "allowed"), List.of(), List.of(), limits));
    }

    private static long sleepers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep 1234"))
                .count();
    }
}
