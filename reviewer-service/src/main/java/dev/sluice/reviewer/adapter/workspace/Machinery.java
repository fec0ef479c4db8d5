package dev.sluice.reviewer.adapter.workspace;

import dev.sluice.messaging.TransientFailure;
import dev.sluice.workspace.git.GitFailure;
import dev.sluice.workspace.sandbox.SandboxFailure;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** A fault of this machine, such as a full disk, is no answer: the event is handled again later. */
final class Machinery {

    private Machinery() {}

    static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (GitFailure | SandboxFailure | UncheckedIOException e) {
            throw new TransientFailure("The workspace failed: " + e.getMessage(), e);
        }
    }
}
