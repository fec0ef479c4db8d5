package dev.sluice.quickstart.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A bare git repository made from the sample's files: what a team's repository on a server would be. */
final class SampleRepository {

    private static final Map<String, String> IDENTITY = Map.of(
            "GIT_AUTHOR_NAME",
            "Sample",
            "GIT_AUTHOR_EMAIL",
            "sample@example.com",
            "GIT_AUTHOR_DATE",
            "2026-01-01T00:00:00Z",
            "GIT_COMMITTER_NAME",
            "Sample",
            "GIT_COMMITTER_EMAIL",
            "sample@example.com",
            "GIT_COMMITTER_DATE",
            "2026-01-01T00:00:00Z",
            "GIT_CONFIG_GLOBAL",
            "/dev/null",
            "GIT_CONFIG_NOSYSTEM",
            "1");

    private final Path bare;

    private SampleRepository(Path bare) {
        this.bare = bare;
    }

    /** Creates it under {@code folder} from the files in {@code source}. */
    static SampleRepository create(Path source, Path folder) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        copy(source, work);
        git(work, "init", "-q", "-b", "main");
        git(work, "add", "-A");
        git(work, "commit", "-q", "-m", "Price parcels");
        Path bare = folder.resolve("shipping.git");
        git(folder, "clone", "-q", "--bare", work.toString(), bare.toString());
        return new SampleRepository(bare);
    }

    /** Where it is. */
    Path path() {
        return bare;
    }

    /** Whether {@code commit} has landed on the base branch. */
    boolean landed(String commit) {
        try {
            git(bare, "merge-base", "--is-ancestor", commit, "main");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Merge commits on the base branch, oldest first: SHA and subject. */
    List<String> history() throws IOException {
        return git(bare, "log", "--first-parent", "--reverse", "--format=%h %s", "main")
                .lines()
                .toList();
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static String git(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(IDENTITY);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }
}
