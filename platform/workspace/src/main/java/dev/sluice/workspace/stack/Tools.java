package dev.sluice.workspace.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tools of this machine, found once. Only what the service's own user has installed is ever run here. */
final class Tools {

    private static @Nullable Tools found;

    private final @Nullable Path jdk;
    private final @Nullable Path maven;
    private final Path mavenRepository;
    private final @Nullable Python python;

    /**
     * A Python interpreter.
     *
     * @param homes directories that it loads its library and packages from
     */
    record Python(Path executable, List<Path> homes, boolean pytest) {}

    private Tools() {
        jdk = findJdk();
        maven = onPath("mvn")
                .map(Tools::real)
                .map(Tools::homeOf)
                .filter(home -> Files.exists(home.resolve("bin/mvn")))
                .orElse(null);
        String chosen = System.getProperty("maven.repo.local", "");
        mavenRepository = chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".m2", "repository")
                : Path.of(chosen).toAbsolutePath();
        python = findPython();
    }

    static synchronized Tools here() {
        Tools known = found;
        if (known == null) {
            known = new Tools();
            found = known;
        }
        return known;
    }

    Optional<Path> jdk() {
        return Optional.ofNullable(jdk);
    }

    Optional<Path> maven() {
        return Optional.ofNullable(maven);
    }

    Path mavenRepository() {
        return mavenRepository;
    }

    Optional<Python> python() {
        return Optional.ofNullable(python);
    }

    private static @Nullable Path findJdk() {
        List<Path> candidates = new ArrayList<>();
        candidates.add(Path.of(System.getProperty("java.home")));
        Optional.ofNullable(System.getenv("JAVA_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .ifPresent(candidates::add);
        onPath("javac").map(Tools::real).map(Tools::homeOf).ifPresent(candidates::add);
        return candidates.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
                .map(Tools::real)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Python findPython() {
        String script = """
                import sys, importlib.util
                print(sys.executable)
                print(sys.prefix)
                print(sys.base_prefix)
                print(importlib.util.find_spec('pytest') is not None)
                """;
        Optional<Path> name = onPath("python3");
        if (name.isEmpty()) {
            return null;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(name.get().toString(), "-c", script)
                    .directory(new File("/"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(List.of("PATH", "HOME", "PYENV_ROOT", "PYENV_VERSION", "VIRTUAL_ENV"));
            Process process = builder.start();
            process.getOutputStream().close();
            String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n");
            if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0 || lines.length < 4) {
                return null;
            }
            List<Path> homes = List.of(Path.of(lines[1]), Path.of(lines[2])).stream()
                    .distinct()
                    .toList();
            return new Python(Path.of(lines[0]), homes, lines[3].strip().equals("True"));
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/local/bin:/usr/bin:/bin");
        return List.of(path.split(File.pathSeparator)).stream()
                .filter(directory -> directory.startsWith("/"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path homeOf(Path executable) {
        return executable.resolve("../..").normalize();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
