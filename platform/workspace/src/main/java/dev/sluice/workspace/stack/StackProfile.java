package dev.sluice.workspace.stack;

import dev.sluice.workspace.PathPatterns;
import dev.sluice.workspace.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which stack a tree uses and how its tests are run.
 *
 * @param name such as {@code maven}, {@code pytest}, {@code unittest}, the name in the override, or {@code unknown}
 * @param testCommand the command; empty when there are no tests to run
 * @param reports where JUnit XML reports appear; none means that the exit code is all there is
 * @param testPaths which paths are test code
 * @param environment variables for the command; no secret
 * @param readOnly directories outside the tree that the command reads
 * @param path directories with the command's tools
 */
public record StackProfile(
        String name,
        List<String> testCommand,
        PathPatterns reports,
        PathPatterns testPaths,
        Map<String, String> environment,
        List<Path> readOnly,
        List<Path> path) {

    /** Where a repository says itself how its tests are run. */
    public static final String OVERRIDE = ".sluice/stack.yaml";

    public StackProfile {
        testCommand = List.copyOf(testCommand);
        environment = Map.copyOf(environment);
        readOnly = List.copyOf(readOnly);
        path = List.copyOf(path);
    }

    /** Looks at a tree, its own override included. */
    public static StackProfile detect(Path tree) throws Yaml.Malformed {
        return StackDetection.detect(tree, StackDetection.override(tree));
    }

    /**
     * Looks at a tree with the override of another commit: a change under review must not choose how it is tested.
     *
     * @param override text of {@value #OVERRIDE} at the base, if it has one
     */
    public static StackProfile detect(Path tree, Optional<String> override) throws Yaml.Malformed {
        return StackDetection.detect(tree, override);
    }

    /** Whether there is a command to run. */
    public boolean hasTests() {
        return !testCommand.isEmpty();
    }

    /** Whether a path is test code. */
    public boolean isTest(String changedPath) {
        return testPaths.matches(changedPath);
    }
}
