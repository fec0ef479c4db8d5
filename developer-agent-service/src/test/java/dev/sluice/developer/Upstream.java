package dev.sluice.developer;

import dev.sluice.testing.tools.Needs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real bare repository with a small Python project in it, and a clone to work on it as other people do. */
public final class Upstream {

    public static final String GREETING = "def greeting(name):\n    return \"Hello\"\n";
    public static final String GREETING_TEST = """
            import unittest
            from greeting import greeting

            class GreetingTest(unittest.TestCase):
                def test_is_polite(self):
                    self.assertTrue(greeting("Ada").startswith("Hello"))
            """;

    private final Path bare;
    private final Path clone;

    private Upstream(Path directory) {
        bare = directory.resolve("upstream.git");
        clone = directory.resolve("clone");
        git(directory, "init", "-q", "--bare", "-b", "main", bare.toString());
    }

    /** A repository without a commit. */
    public static Upstream empty(Path directory) {
        return new Upstream(directory);
    }

    /** A repository with code and a passing test, in Python. */
    public static Upstream withProject(Path directory) {
        Needs.python();
        return with(
                directory,
                Map.of("greeting.py", GREETING, "test_greeting.py", GREETING_TEST, "README.md", "Greets people.\n"));
    }

    /** A repository in which no stack is recognised. */
    public static Upstream plain(Path directory) {
        return with(directory, Map.of("README.md", "Only text.\n"));
    }

    private static Upstream with(Path directory, Map<String, String> files) {
        Upstream upstream = new Upstream(directory);
        git(directory, "clone", "-q", upstream.bare.toString(), upstream.clone.toString());
        upstream.commit("Begin", files);
        return upstream;
    }

    public String url() {
        return bare.toString();
    }

    /** Commits files to main and pushes; gives the SHA. */
    public String commit(String message, Map<String, String> files) {
        return commitTo("main", message, files);
    }

    /** Commits files to a branch and pushes; gives the SHA. */
    public String commitTo(String branch, String message, Map<String, String> files) {
        try {
            git(clone, "checkout", "-q", "-B", branch);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = clone.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return pushAll(branch, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits a symbolic link to main. */
    public void link(String path, String target) {
        try {
            Files.createSymbolicLink(clone.resolve(path), Path.of(target));
            pushAll("main", "Link");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pushAll(String branch, String message) {
        git(clone, "add", "-A");
        git(clone, "commit", "-q", "-m", message);
        git(clone, "push", "-q", "origin", branch);
        return git(clone, "rev-parse", "HEAD");
    }

    /** What git says about the bare repository. */
    public String git(String... arguments) {
        return git(bare, arguments);
    }

    /** Branches besides main. */
    public List<String> branches() {
        return git("for-each-ref", "--format=%(refname:short)", "refs/heads")
                .lines()
                .filter(branch -> !branch.equals("main"))
                .toList();
    }

    private static String git(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Grace",
                "-c",
                "user.email=grace@example.invalid",
                "-c",
                "commit.gpgsign=false"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
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
