package dev.sluice.gate.adapter.forge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real bare repository with a clone in which a test plays the developer. */
public final class TestRepository {

    private final Path bare;
    private final Path clone;

    public TestRepository(Path directory) {
        bare = directory.resolve("origin.git");
        clone = directory.resolve("clone");
        git(directory, "init", "--quiet", "--bare", "--initial-branch=main", bare.toString());
        git(directory, "clone", "--quiet", bare.toString(), clone.toString());
        git(clone, "symbolic-ref", "HEAD", "refs/heads/main");
        commit("main", Map.of("README.md", "hello\n"));
    }

    public String url() {
        return bare.toString();
    }

    Path work() {
        return clone;
    }

    /** Commits files on top of a branch, which is made from main if it is new, and pushes it. */
    public String commit(String branch, Map<String, String> files) {
        if (!git(clone, "symbolic-ref", "--short", "HEAD").equals(branch)) {
            boolean known = !git(clone, "branch", "--list", branch).isEmpty();
            git(
                    clone,
                    known
                            ? List.of("checkout", "--quiet", branch)
                            : List.of("checkout", "--quiet", "-b", branch, "main"));
        }
        files.forEach(this::write);
        git(clone, "add", "-A");
        git(clone, "commit", "--quiet", "-m", "Change " + files.keySet());
        git(clone, "push", "--quiet", "--force", "origin", branch);
        return git(clone, "rev-parse", "HEAD");
    }

    /** What a command of git prints, run in the bare repository. */
    public String ask(String... arguments) {
        return git(bare, arguments);
    }

    public String tip(String branch) {
        return ask("rev-parse", branch);
    }

    private void write(String path, String text) {
        try {
            Path file = clone.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String git(Path directory, String... arguments) {
        return git(directory, List.of(arguments));
    }

    private static String git(Path directory, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of("-c", "user.name=Dev", "-c", "user.email=dev@example.com"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
