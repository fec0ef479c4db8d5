package dev.sluice.testing.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tools that a test needs beside Java, Maven and git: skipped with a message where absent, but never where the build demands them. */
public final class Needs {

    /** Comma-separated names of tools that must be there, for example {@code bubblewrap,python}. */
    private static final String REQUIRED = "SLUICE_TESTS_REQUIRE";

    private Needs() {}

    /** Skips the test where there is no Python 3. */
    public static void python() {
        tool("python", runs("python3", "--version"));
    }

    /** Skips the test where bubblewrap cannot make a sandbox. */
    public static void bubblewrap() {
        tool("bubblewrap", runs("bwrap", "--ro-bind", "/", "/", "--unshare-net", "true"));
    }

    /** Skips the test if {@code there} is false, and fails it if the tool is required. */
    public static void tool(String name, boolean there) {
        List<String> required =
                List.of(Optional.ofNullable(System.getenv(REQUIRED)).orElse("").split(","));
        if (required.contains(name)) {
            assertThat(there)
                    .as(name + " is required by " + REQUIRED + " and does not work here")
                    .isTrue();
        }
        assumeTrue(there, name + " does not work here");
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
