package dev.sluice.quickstart.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A bare git repository whose tests are shell scripts, so that they need nothing but a shell and take milliseconds. */
final class ShellProject {

    private static final String RUN_TESTS = """
            mkdir -p reports
            failed=0
            cases=
            for test in tests/*.sh; do
              if output=$(sh "$test" 2>&1); then failure=; else failed=1; failure="<failure message='failed'>$output</failure>"; fi
              cases="$cases<testcase classname='tests' name='$(basename "$test")'>$failure</testcase>"
            done
            echo "<testsuite name='shell'>$cases</testsuite>" > reports/TEST-shell.xml
            exit $failed
            """;

    private final Path bare;

    private ShellProject(Path bare) {
        this.bare = bare;
    }

    static ShellProject create(Path folder, String name) {
        try {
            Path work = Files.createDirectories(folder.resolve(name + "-work"));
            write(
                    work,
                    ".sluice/policy.yaml",
                    "autoMerge: true\nfirstRuns: 0\nmaxFiles: 10\nprotectedPaths: [\".sluice/**\", \"run-tests.sh\"]\n");
            write(
                    work,
                    ".sluice/stack.yaml",
                    "name: shell\ntest: sh run-tests.sh\nreports: [\"reports/*.xml\"]\ntestPaths: [\"tests/**\"]\n");
            write(work, ".gitignore", "reports/\n");
            write(work, "run-tests.sh", RUN_TESTS);
            write(work, "greet.sh", "echo hello\n");
            write(work, "tests/greet.sh", "test \"$(sh greet.sh)\" = hello\n");
            git(work, "init", "-q", "-b", "main");
            git(work, "add", "-A");
            git(work, "commit", "-q", "-m", "Greet");
            Path bare = folder.resolve(name + ".git");
            git(folder, "clone", "-q", "--bare", work.toString(), bare.toString());
            return new ShellProject(bare);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path path() {
        return bare;
    }

    String head(String branch) {
        return git(bare, "rev-parse", branch).strip();
    }

    String read(String path) {
        return git(bare, "show", "main:" + path);
    }

    /** Lands a commit on main, as somebody else would. */
    String moveBase(Path folder, String file) {
        try {
            Path work = Files.createTempDirectory(folder, "other");
            git(work, "clone", "-q", bare.toString(), ".");
            write(work, file, "moved\n");
            git(work, "add", "-A");
            git(work, "commit", "-q", "-m", "Move the base");
            git(work, "push", "-q", "origin", "HEAD:main");
            return head("main");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Commits files on a new branch, as a person's pull request would. */
    String branch(Path folder, String branch, String... pathsAndContents) {
        try {
            Path work = Files.createTempDirectory(folder, "branch");
            git(work, "clone", "-q", bare.toString(), ".");
            for (int i = 0; i < pathsAndContents.length; i += 2) {
                write(work, pathsAndContents[i], pathsAndContents[i + 1]);
            }
            git(work, "add", "-A");
            git(work, "commit", "-q", "-m", "Outside change");
            git(work, "push", "-q", "origin", "HEAD:refs/heads/" + branch);
            return head(branch);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a change has been pushed. */
    boolean hasChangeBranch() {
        return !git(bare, "for-each-ref", "refs/heads/sluice").isBlank();
    }

    /** A reply of a developer that adds a function with its test. */
    static String reply(String name) {
        return """
                Adds %1$s.

                %1$s.sh
                ```sh
                echo %1$s
                ```

                tests/%1$s.sh
                ```sh
                test "$(sh %1$s.sh)" = %1$s
                ```
                """.formatted(name);
    }

    private static void write(Path tree, String path, String content) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String git(Path directory, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.com"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
            return output;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
