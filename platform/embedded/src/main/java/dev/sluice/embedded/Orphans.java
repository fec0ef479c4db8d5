package dev.sluice.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends child processes when this process ends, even by {@code kill -9}: a shell reads their ids from a pipe, and when the
 * pipe closes, which the system does for the dead, it ends them.
 */
final class Orphans {

    private static final String SCRIPT = """
            trap '' INT HUP TERM
            pids=' '
            while read -r verb pid; do
              if [ "$verb" = add ]; then pids="$pids$pid "; else pids=$(echo "$pids" | sed "s/ $pid / /"); fi
            done
            for pid in $pids; do kill "$pid" 2>/dev/null; done
            """;

    private static @Nullable OutputStream pipe;

    private Orphans() {}

    static void watch(long pid) {
        say("add " + pid);
    }

    static void forget(long pid) {
        say("remove " + pid);
    }

    private static synchronized void say(String line) {
        try {
            if (pipe == null) {
                pipe = new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT))
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .getOutputStream();
            }
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException withoutShell) {
            // Then a killed process leaves its children behind; the next start on the same data ends them.
            pipe = null;
        }
    }
}
