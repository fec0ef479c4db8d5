package dev.sluice.workspace.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * No isolation: a clean environment, limits on time, memory, processes and output, and nothing left running. The command can read
 * and write what this process's user can, and reach the network.
 */
public final class DirectSandbox implements Sandbox {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");

    @Override
    public CommandResult run(SandboxedCommand command) {
        Path home = ScratchFiles.directory();
        try {
            Path temporary = Files.createDirectory(home.resolve("tmp"));
            String mark = UUID.randomUUID().toString();
            Map<String, String> environment = new HashMap<>(command.environment());
            environment.putAll(StandardEnvironment.of(command, home.toString(), temporary.toString()));
            environment.put("SLUICE_RUN", mark);
            return new Supervision(
                            argv(command, environment),
                            environment,
                            command.worktree(),
                            command.limits(),
                            isolation(),
                            "SLUICE_RUN=" + mark)
                    .run();
        } catch (IOException e) {
            throw new SandboxFailure("No temporary directory for a command: " + e.getMessage(), e);
        } finally {
            ScratchFiles.delete(home);
        }
    }

    @Override
    public IsolationKind isolation() {
        return IsolationKind.NONE;
    }

    /** Through {@code env}, so that the name is looked up on the command's own PATH. */
    private static List<String> argv(SandboxedCommand command, Map<String, String> environment) {
        List<String> argv = new ArrayList<>();
        if (Files.isExecutable(PRLIMIT)) {
            argv.addAll(List.of(
                    PRLIMIT.toString(),
                    "--core=0",
                    "--fsize=" + command.limits().fileBytes(),
                    "--"));
        }
        argv.addAll(List.of("/usr/bin/env", "PATH=" + environment.get("PATH")));
        argv.addAll(command.argv());
        return argv;
    }
}
