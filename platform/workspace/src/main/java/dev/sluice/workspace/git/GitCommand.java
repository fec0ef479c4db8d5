package dev.sluice.workspace.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One run of {@code git} in a clean environment, bounded in time and output. */
final class GitCommand {

    private static final int MAX_OUTPUT = 64 * 1024 * 1024;
    private static final int MAX_ERRORS = 64 * 1024;
    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("git-deadlines").factory());

    private final List<String> argv = new ArrayList<>();
    private final Map<String, String> environment;
    private byte[] input = new byte[0];
    private int maxOutput = MAX_OUTPUT;
    private Duration timeout = Duration.ofMinutes(2);

    GitCommand(Map<String, String> environment, Path gitDirectory, String... arguments) {
        this.environment = new LinkedHashMap<>(environment);
        argv.add("git");
        argv.add("--git-dir=" + gitDirectory);
        argv.addAll(List.of(arguments));
    }

    GitCommand environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    GitCommand input(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    GitCommand maxOutput(int bytes) {
        maxOutput = bytes;
        return this;
    }

    GitCommand timeout(Duration limit) {
        timeout = limit;
        return this;
    }

    /** Output of a command that must succeed. */
    String text() {
        return ok().text();
    }

    Result ok() {
        Result result = run();
        if (result.exit() != 0 && !result.truncated()) {
            throw new GitFailure("git " + argv.get(2) + " failed (" + result.exit() + "): " + result.errors());
        }
        return result;
    }

    Result run() {
        ProcessBuilder builder = new ProcessBuilder(argv);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            AtomicBoolean late = new AtomicBoolean();
            Future<?> deadline = DEADLINES.schedule(
                    () -> {
                        late.set(true);
                        kill(process);
                    },
                    timeout.toMillis(),
                    TimeUnit.MILLISECONDS);
            try {
                return communicate(process, late);
            } finally {
                deadline.cancel(false);
            }
        } catch (IOException e) {
            throw new GitFailure(
                    "git could not be started: " + e.getMessage() + ". Is it installed and on the PATH?", e);
        }
    }

    private Result communicate(Process process, AtomicBoolean late) {
        CompletableFuture<String> errors = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> errors.complete(drain(process.getErrorStream())));
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // git ended before it read everything: its exit code tells why.
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean truncated = false;
        try (InputStream stdout = process.getInputStream()) {
            byte[] buffer = new byte[16 * 1024];
            for (int n = stdout.read(buffer); n >= 0; n = stdout.read(buffer)) {
                int room = maxOutput - out.size();
                out.write(buffer, 0, Math.min(n, room));
                if (n > room) {
                    truncated = true;
                    kill(process);
                    break;
                }
            }
        } catch (IOException e) {
            kill(process);
        }
        try {
            int exit = process.waitFor();
            return new Result(exit, out.toByteArray(), errors.join(), truncated, late.get());
        } catch (InterruptedException e) {
            kill(process);
            Thread.currentThread().interrupt();
            throw new GitFailure("Interrupted while git " + argv.get(2) + " ran.", e);
        }
    }

    private static String drain(InputStream stream) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        try (stream) {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                kept.write(buffer, 0, Math.min(n, Math.max(0, MAX_ERRORS - kept.size())));
            }
        } catch (IOException e) {
            return kept.toString(StandardCharsets.UTF_8);
        } catch (UncheckedIOException e) {
            return kept.toString(StandardCharsets.UTF_8);
        }
        return kept.toString(StandardCharsets.UTF_8).strip();
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    record Result(int exit, byte[] output, String errors, boolean truncated, boolean late) {
        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }
    }
}
