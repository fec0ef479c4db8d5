package dev.sluice.workspace.stack;

import dev.sluice.workspace.PathPatterns;
import dev.sluice.workspace.TreeFiles;
import dev.sluice.workspace.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the profile of a tree. */
final class StackDetection {

    private static final Set<String> KEYS = Set.of("name", "test", "reports", "testPaths");
    private static final PathPatterns PYTHON_TESTS = PathPatterns.exact(List.of("**/test_*.py", "**/*_test.py"));
    private static final List<String> PYTHON_PROJECT =
            List.of("pyproject.toml", "setup.py", "setup.cfg", "pytest.ini", "tox.ini", "requirements.txt");

    private StackDetection() {}

    static Optional<String> override(Path tree) {
        return TreeFiles.read(tree, StackProfile.OVERRIDE, 64 * 1024);
    }

    static StackProfile detect(Path tree, Optional<String> override) throws Yaml.Malformed {
        StackProfile found = recognise(tree);
        return override.isPresent() ? overridden(found, Yaml.read(override.get(), KEYS)) : found;
    }

    private static StackProfile recognise(Path tree) {
        if (TreeFiles.regular(tree, "pom.xml").isPresent()) {
            return MavenStack.profile(Tools.here());
        }
        if (PYTHON_PROJECT.stream()
                        .anyMatch(name -> TreeFiles.regular(tree, name).isPresent())
                || hasPythonTests(tree)) {
            return PythonStack.profile(Tools.here());
        }
        return new StackProfile(
                "unknown", List.of(), PathPatterns.exact(List.of()), GENERIC_TESTS, Map.of(), List.of(), List.of());
    }

    /** Common conventions, for a stack that is not known. */
    private static final PathPatterns GENERIC_TESTS = PathPatterns.exact(List.of(
            "**/src/test/**",
            "**/test/**",
            "**/tests/**",
            "**/__tests__/**",
            "**/spec/**",
            "**/*_test.*",
            "**/test_*.*",
            "**/*.test.*",
            "**/*.spec.*",
            "**/*Test.*"));

    private static boolean hasPythonTests(Path tree) {
        boolean[] found = {false};
        int[] seen = {0};
        TreeFiles.visit(tree, (path, file) -> {
            found[0] = PYTHON_TESTS.matches(path);
            return !found[0] && ++seen[0] < 20_000;
        });
        return found[0];
    }

    /** An override may need any tool that is here, whatever the tree looks like. */
    private static StackProfile overridden(StackProfile found, Yaml yaml) throws Yaml.Malformed {
        StackProfile maven = MavenStack.profile(Tools.here());
        StackProfile python = PythonStack.profile(Tools.here());
        Map<String, String> environment = new LinkedHashMap<>(maven.environment());
        environment.putAll(python.environment());
        return new StackProfile(
                yaml.text("name", found.name()),
                yaml.has("test") ? List.of("/bin/sh", "-c", yaml.text("test", "")) : found.testCommand(),
                PathPatterns.exact(yaml.texts(
                        "reports",
                        yaml.has("test") ? List.of() : found.reports().globs())),
                PathPatterns.exact(yaml.texts("testPaths", found.testPaths().globs())),
                environment,
                union(maven.readOnly(), python.readOnly()),
                union(maven.path(), python.path()));
    }

    private static List<Path> union(List<Path> one, List<Path> other) {
        return new ArrayList<>(
                Stream.concat(one.stream(), other.stream()).distinct().toList());
    }
}
