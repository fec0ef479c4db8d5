package dev.sluice.workspace.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command to run on a stranger's files.
 *
 * @param argv the command; a name without a slash is looked up in {@code path}
 * @param worktree its working directory and the only place it may write, besides an empty /tmp and home
 * @param environment all variables it gets, besides PATH, HOME, TMPDIR, LANG and TZ; never a secret
 * @param readOnly directories it may read at their own paths, such as a tool's home or a package cache
 * @param path directories to put before the system's own on PATH
 */
public record SandboxedCommand(
        List<String> argv,
        Path worktree,
        Map<String, String> environment,
        List<Path> readOnly,
        List<Path> path,
        Limits limits) {

    public SandboxedCommand {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        readOnly = List.copyOf(readOnly);
        path = List.copyOf(path);
        worktree = worktree.toAbsolutePath().normalize();
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("There is no command.");
        }
    }
}
