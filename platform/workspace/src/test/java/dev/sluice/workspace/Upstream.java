package dev.sluice.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real repository with a working copy, for tests. */
public final class Upstream {

    private final Path directory;

    public Upstream(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        git("init", "--quiet", "--initial-branch=main");
        git("config", "receive.denyCurrentBranch", "ignore");
    }

    public Path path() {
        return directory;
    }

    public String url() {
        return directory.toString();
    }

    /** Writes files and commits them with all other changes. */
    public String commit(String message, Map<String, String> files) {
        files.forEach(this::write);
        git("add", "-A");
        git("commit", "--quiet", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD");
    }

    public void write(String path, String text) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String git(String... arguments) {
        List<String> argv = new ArrayList<>(
                List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "safe.directory=*"));
        argv.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", argv) + ": " + output);
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
