package dev.sluice.workspace.sandbox;

import dev.sluice.workspace.sandbox.CommandResult.Stop;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Runs a process and watches its limits. The process is started by a platform thread that stays with it: the kernel's
 * "die with parent" means the thread, and a virtual thread's carrier may end at any time.
 */
final class Supervision {

    private static final long WATCH_MILLIS = 100;

    private final List<String> argv;
    private final Map<String, String> environment;
    private final Path directory;
    private final Limits limits;
    private final IsolationKind isolation;
    private final String marker;

    Supervision(
            List<String> argv,
            Map<String, String> environment,
            Path directory,
            Limits limits,
            IsolationKind isolation,
            String marker) {
        this.argv = argv;
        this.environment = environment;
        this.directory = directory;
        this.limits = limits;
        this.isolation = isolation;
        this.marker = marker;
    }

    CommandResult run() {
        CompletableFuture<CommandResult> result = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("sandbox-run").start(() -> {
            try {
                result.complete(supervise());
            } catch (IOException e) {
                result.completeExceptionally(
                        new SandboxFailure(argv.getFirst() + " could not be started: " + e.getMessage(), e));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            result.handle((r, t) -> r).join();
            Thread.currentThread().interrupt();
            throw new SandboxFailure("Interrupted while a command ran; it was ended.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SandboxFailure failure
                    ? failure
                    : new SandboxFailure("A command could not be run: " + e.getCause(), e);
        }
    }

    private CommandResult supervise() throws IOException {
        long start = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(argv)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process, marker);
        KeptOutput output = new KeptOutput(limits.outputBytes());
        Thread reader =
                Thread.ofPlatform().daemon().name("sandbox-output").start(() -> read(process.getInputStream(), output));
        Stop stopped = Stop.NOTHING;
        try {
            stopped = watch(process, tree, start);
            process.waitFor();
            tree.killLeftovers();
            if (!reader.join(Duration.ofSeconds(5))) {
                process.getInputStream().close();
            }
        } catch (InterruptedException e) {
            tree.kill();
            throw new SandboxFailure("Interrupted while a command ran; it was ended.", e);
        }
        return new CommandResult(
                process.exitValue(),
                output.text(),
                output.truncated(),
                stopped,
                isolation,
                (System.nanoTime() - start) / 1_000_000);
    }

    private Stop watch(Process process, ProcessTree tree, long start) throws InterruptedException {
        while (true) {
            long left = limits.time().toMillis() - (System.nanoTime() - start) / 1_000_000;
            if (left <= 0) {
                tree.kill();
                return Stop.TIME;
            }
            if (process.waitFor(Math.min(left, WATCH_MILLIS), TimeUnit.MILLISECONDS)) {
                return Stop.NOTHING;
            }
            ProcessTree.Usage usage = tree.usage();
            if (usage.memoryBytes() > limits.memoryBytes() || usage.threads() > limits.processes()) {
                tree.kill();
                return usage.memoryBytes() > limits.memoryBytes() ? Stop.MEMORY : Stop.PROCESSES;
            }
        }
    }

    private static void read(InputStream stream, KeptOutput output) {
        byte[] buffer = new byte[64 * 1024];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                output.add(buffer, n);
            }
        } catch (IOException e) {
            // The process was ended: what it said so far is what there is.
        }
    }
}
