package dev.sluice.workspace.sandbox;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which sandbox works here. */
public final class Sandboxes {

    private static @Nullable Probe found;

    private record Probe(Optional<Sandbox> sandbox, String problem) {}

    private Sandboxes() {}

    /**
     * The best sandbox that really works on this machine; found out once by running something in it.
     *
     * @param required whether running without isolation is out of the question
     */
    public static SandboxChoice choose(boolean required) {
        Probe probe = probe();
        if (probe.sandbox().isPresent()) {
            return new SandboxChoice.Chosen(probe.sandbox().get());
        }
        if (required) {
            return new SandboxChoice.Refused(
                    "Tests may only run in a sandbox, and none works here: " + probe.problem(),
                    "Install bubblewrap (package 'bubblewrap') and allow user namespaces, or set requireSandbox: false in .sluice/policy.yaml.");
        }
        return new SandboxChoice.Chosen(new DirectSandbox());
    }

    private static synchronized Probe probe() {
        Probe known = found;
        if (known == null) {
            known = search();
            found = known;
        }
        return known;
    }

    private static Probe search() {
        Optional<Path> executable = List.of(Optional.ofNullable(System.getenv("PATH"))
                        .orElse("/usr/bin:/bin")
                        .split(File.pathSeparator))
                .stream()
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, "bwrap"))
                .filter(Files::isExecutable)
                .findFirst();
        if (executable.isEmpty()) {
            return new Probe(Optional.empty(), "bubblewrap is not installed.");
        }
        Path scratch = ScratchFiles.directory();
        try {
            Sandbox sandbox = new BubblewrapSandbox(executable.get());
            Limits limits = Limits.defaults().withTime(Duration.ofSeconds(20));
            CommandResult result = sandbox.run(new SandboxedCommand(
                    List.of("/bin/sh", "-c", "echo works > probe && cat probe"),
                    scratch,
                    Map.of(),
                    List.of(),
                    List.of(),
                    limits));
            return result.exit() == 0 && result.output().strip().equals("works")
                    ? new Probe(Optional.of(sandbox), "")
                    : new Probe(
                            Optional.empty(),
                            "bubblewrap fails: " + result.output().strip());
        } catch (SandboxFailure e) {
            return new Probe(Optional.empty(), "bubblewrap fails: " + e.getMessage());
        } finally {
            ScratchFiles.delete(scratch);
        }
    }
}
