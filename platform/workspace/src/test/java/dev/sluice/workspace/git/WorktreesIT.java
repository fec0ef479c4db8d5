package dev.sluice.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.workspace.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorktreesIT {

    @TempDir
    Path temporary;

    private Upstream upstream;
    private String sha;

    @BeforeEach
    void commit() throws IOException {
        upstream = new Upstream(temporary.resolve("upstream"));
        sha = upstream.commit("First", Map.of("a.txt", "a\n", "dir/run.sh", "#!/bin/sh\n"));
    }

    @Test
    void givesEveryCallerADirectoryOfItsOwnWithoutGit() throws Exception {
        Mirror mirror = open();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> work = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(i -> () -> {
                        try (Worktree worktree = mirror.worktree(sha)) {
                            assertThat(worktree.path().resolve(".git")).doesNotExist();
                            Files.writeString(worktree.path().resolve("a.txt"), i + "\n");
                            String head = worktree.commit(List.of("a.txt"), MirrorIT.META);
                            return mirror.read(head, "a.txt", 10).orElseThrow();
                        }
                    })
                    .toList();
            List<Future<String>> results = threads.invokeAll(work);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(i + "\n");
            }
        }
        assertThat(directoriesLeft()).isZero();
    }

    @Test
    void deletesWhatTestsLeaveBehind() throws Exception {
        Mirror mirror = open();
        Path outside = Files.writeString(temporary.resolve("outside.txt"), "stays");
        Worktree worktree = mirror.worktree(sha);
        Path locked = Files.createDirectory(worktree.path().resolve("locked"));
        Files.writeString(locked.resolve("x"), "x");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        Files.createSymbolicLink(worktree.path().resolve("link"), outside);
        Files.createSymbolicLink(worktree.path().resolve("up"), temporary);

        worktree.close();

        assertThat(directoriesLeft()).isZero();
        assertThat(outside).hasContent("stays");
    }

    @Test
    void theNextProcessDeletesWhatAKilledOneLeft() throws Exception {
        Path workspace = temporary.resolve("workspace");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Process victim = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        workspace.toString(),
                        upstream.url(),
                        sha)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = victim.inputReader()) {
            Path left = Path.of(lines.readLine());
            assertThat(left.resolve("a.txt")).exists();

            open();
            assertThat(left).as("a living process keeps its worktrees").exists();

            victim.destroyForcibly();
            assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
            open();
            assertThat(left).doesNotExist();
        } finally {
            victim.destroyForcibly();
        }
    }

    @Test
    void removesALockThatADeadGitLeft() throws Exception {
        Mirror mirror = open();
        mirror.head("");
        String next = upstream.commit("Second", Map.of("a.txt", "b\n"));
        try (Stream<Path> mirrors = Files.list(temporary.resolve("workspace/mirrors"))) {
            Path git = mirrors.findFirst().orElseThrow().resolve("git");
            Files.createDirectories(git.resolve("refs/heads"));
            Files.writeString(git.resolve("refs/heads/main.lock"), "");
        }
        assertThat(mirror.head("").sha()).isEqualTo(next);
        mirror.fetch();
        assertThat(mirror.has(next)).isTrue();
    }

    private Mirror open() throws RepositoryUnavailable {
        Mirror mirror = new Repositories(temporary.resolve("workspace")).open(upstream.url());
        mirror.head("");
        return mirror;
    }

    private long directoriesLeft() throws IOException {
        try (Stream<Path> paths = Files.walk(temporary.resolve("workspace/worktrees"), 2)) {
            return paths.filter(path -> path.getFileName().toString().matches("w\\d+"))
                    .count();
        }
    }

    /** A process that takes a worktree and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Mirror mirror = new Repositories(Path.of(arguments[0])).open(arguments[1]);
            mirror.head("");
            System.out.println(mirror.worktree(arguments[2]).path());
            System.in.read();
        }
    }
}
