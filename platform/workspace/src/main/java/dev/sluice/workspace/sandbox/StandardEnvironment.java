package dev.sluice.workspace.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The variables that every command gets. */
final class StandardEnvironment {

    private StandardEnvironment() {}

    static Map<String, String> of(SandboxedCommand command, String home, String temporary) {
        List<String> path =
                new ArrayList<>(command.path().stream().map(Path::toString).toList());
        path.addAll(List.of("/usr/local/bin", "/usr/bin", "/bin"));
        return Map.of(
                "PATH", String.join(":", path), "HOME", home, "TMPDIR", temporary, "LANG", "C.UTF-8", "TZ", "UTC");
    }
}
