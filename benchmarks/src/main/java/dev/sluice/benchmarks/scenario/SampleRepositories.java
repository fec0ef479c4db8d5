package dev.sluice.benchmarks.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bare repositories with a test command that takes no time to speak of and writes a JUnit report. */
final class SampleRepositories {

    private static final String STACK = """
            name: greeting
            test: sh run-tests.sh
            reports: ["reports/*.xml"]
            testPaths: ["tests/**"]
            """;

    /** Shell built-ins only, so that no process is started for a test. */
    private static final String RUN_TESTS = """
            #!/bin/sh
            # Each test is a file of two lines: the name of a file, and a line that must be in it.
            mkdir -p reports
            failed=0
            cases=
            for test in tests/*.expected; do
              { IFS= read -r file; IFS= read -r wanted; } < "$test"
              found=no
              while IFS= read -r line; do
                if [ "$line" = "$wanted" ]; then found=yes; fi
              done < "$file"
              if [ $found = yes ]; then
                cases="$cases<testcase classname='greeting' name='$test'/>"
              else
                failed=$((failed + 1))
                cases="$cases<testcase classname='greeting' name='$test'><failure message='$file lacks the line'/></testcase>"
              fi
            done
            echo "<testsuite name='greeting'>$cases</testsuite>" > reports/greeting.xml
            [ $failed = 0 ]
            """;

    private static final Map<String, String> FILES = Map.of(
            "README.md",
            "# Greeting\n\nWhat visitors read first.\n",
            Sample.GREETED,
            Sample.BEFORE + "\nYou are welcome.\n",
            "tests/welcome.expected",
            Sample.GREETED + "\nYou are welcome.\n",
            "run-tests.sh",
            RUN_TESTS,
            ".gitignore",
            "reports/\n",
            ".sluice/stack.yaml",
            STACK);

    private SampleRepositories() {}

    static List<Path> create(Path directory, int count) {
        try {
            Path work = Files.createDirectories(directory.resolve("work"));
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                Path path = work.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            git(work, "init", "--quiet", "--initial-branch=" + Sample.BRANCH);
            git(work, "add", "--all");
            git(
                    work,
                    "-c",
                    "user.name=Benchmark",
                    "-c",
                    "user.email=benchmark@sluice.invalid",
                    "commit",
                    "--quiet",
                    "--message=A greeting and its tests");
            List<Path> bare = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                Path repository = directory.resolve("greeting-" + i + ".git").toAbsolutePath();
                git(directory, "clone", "--quiet", "--bare", "--no-hardlinks", work.toString(), repository.toString());
                bare.add(repository);
            }
            return bare;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write repositories to " + directory, e);
        }
    }

    private static void git(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        try (var output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + ": " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
