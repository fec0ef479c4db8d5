package dev.sluice.workspace.stack;

import dev.sluice.workspace.PathPatterns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Python: pytest where the interpreter has it, otherwise the standard library's unittest through a small runner of ours. */
final class PythonStack {

    private static final String REPORT = ".sluice-reports/tests.xml";

    private PythonStack() {}

    static StackProfile profile(Tools tools) {
        String executable =
                tools.python().map(python -> python.executable().toString()).orElse("python3");
        boolean pytest = tools.python().map(Tools.Python::pytest).orElse(false);
        return pytest ? pytest(tools, executable) : unittest(tools, executable);
    }

    static StackProfile pytest(Tools tools, String executable) {
        return profile(
                tools,
                "pytest",
                List.of(
                        executable,
                        "-m",
                        "pytest",
                        "-q",
                        "-p",
                        "no:cacheprovider",
                        "--continue-on-collection-errors",
                        "--color=no",
                        "--junitxml=" + REPORT));
    }

    static StackProfile unittest(Tools tools, String executable) {
        return profile(tools, "unittest", List.of(executable, "-c", runner(), REPORT));
    }

    private static StackProfile profile(Tools tools, String name, List<String> command) {
        List<Path> homes = tools.python().map(Tools.Python::homes).orElse(List.of());
        return new StackProfile(
                name,
                command,
                PathPatterns.exact(List.of(REPORT)),
                PathPatterns.exact(
                        List.of("**/test_*.py", "**/*_test.py", "**/tests/**", "**/test/**", "**/conftest.py")),
                Map.of("PYTHONDONTWRITEBYTECODE", "1", "PYTHONHASHSEED", "0", "PYTHONUNBUFFERED", "1"),
                homes,
                homes.stream().map(home -> home.resolve("bin")).toList());
    }

    private static String runner() {
        try (InputStream script = Objects.requireNonNull(PythonStack.class.getResourceAsStream("unittest_runner.py"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
