package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** A part that runs as a process of its own, with a log and a file that holds its process id. */
final class Child {

    private static final Duration STOP = Duration.ofSeconds(10);

    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH");

    private final String part;
    private final Path log;
    private final Process process;

    private Child(String part, Path log, Process process) {
        this.part = part;
        this.log = log;
        this.process = process;
    }

    /** Starts {@code command}, after ending what a killed run of the same folder left behind. */
    static Child start(String part, Path folder, Path log, List<String> command) {
        endLeftOver(folder.resolve("process.id"));
        try {
            ProcessBuilder builder = new ProcessBuilder(ownSession(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // Neither our secrets nor settings meant for others reach it.
            builder.environment().keySet().retainAll(PASSED_ON);
            Process process = builder.start();
            Files.writeString(
                    folder.resolve("process.id"),
                    process.pid() + " "
                            + process.info()
                                    .startInstant()
                                    .orElse(Instant.EPOCH)
                                    .toEpochMilli());
            Orphans.watch(process.pid());
            return new Child(part, log, process);
        } catch (IOException e) {
            throw new PartFailure(part, String.valueOf(e.getMessage()), log, "Check that this user may run it.", e);
        }
    }

    /** Returns once {@code ready} holds. */
    void await(BooleanSupplier ready, Duration limit) {
        Instant end = Instant.now().plus(limit);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new PartFailure(
                        part,
                        "it ended with code " + process.exitValue() + ": " + tail(log),
                        log,
                        "Read its log.",
                        null);
            }
            if (Instant.now().isAfter(end)) {
                stop();
                throw new PartFailure(
                        part,
                        "it was not ready after " + limit.toSeconds() + " s: " + tail(log),
                        log,
                        "Check that the machine has memory and processor time to spare, then try again.",
                        null);
            }
            pause(Duration.ofMillis(50));
        }
    }

    void stop() {
        process.destroy();
        endForcibly(process.toHandle(), STOP);
        Orphans.forget(process.pid());
    }

    private static void endLeftOver(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            String[] id = Files.readString(pidFile).trim().split(" ", -1);
            ProcessHandle.of(Long.parseLong(id[0]))
                    .filter(left ->
                            left.info().startInstant().orElse(Instant.MAX).toEpochMilli() == Long.parseLong(id[1]))
                    .ifPresent(left -> {
                        left.destroy();
                        endForcibly(left, STOP);
                    });
        } catch (IOException | RuntimeException unreadable) {
            // No usable id: if something is still there, the port check says so.
        }
    }

    /** Keeps the terminal's Ctrl-C from the child, where the system can: whoever started it stops it, in the right order. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        List<String> inSession = new ArrayList<>(List.of("/usr/bin/setsid"));
        inSession.addAll(command);
        return inSession;
    }

    static void endForcibly(ProcessHandle handle, Duration grace) {
        try {
            handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            handle.destroyForcibly();
            CompletableFuture<ProcessHandle> gone = handle.onExit();
            gone.orTimeout(5, TimeUnit.SECONDS).exceptionally(e -> handle).join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a part was starting", e);
        }
    }

    private static String tail(Path log) {
        try {
            String text = Files.readString(log, StandardCharsets.UTF_8).strip();
            return text.substring(text.lastIndexOf('\n') + 1);
        } catch (IOException | UncheckedIOException unreadable) {
            return "no log";
        }
    }
}
