package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledParentIT {

    /** A process that starts Redis and PostgreSQL, says their ids and hangs. */
    static final class Parent {
        public static void main(String[] args) throws Exception {
            EmbeddedRedis.in(Path.of(args[0], "redis"), 0).start();
            EmbeddedPostgres.in(Path.of(args[0], "postgres"), 0).start();
            ProcessHandle.current()
                    .descendants()
                    .filter(child -> child.info().command().orElse("").contains("redis-server"))
                    .forEach(child -> System.out.println(child.pid()));
            System.out.println(java.nio.file.Files.readAllLines(Path.of(args[0], "postgres", "data", "postmaster.pid"))
                    .getFirst()
                    .trim());
            System.out.println("up");
            Thread.currentThread().join();
        }
    }

    @Test
    void childrenEndWithAParentThatIsKilled(@TempDir Path folder) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle redis =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            ProcessHandle postgres =
                    ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow();
            assertThat(out.readLine()).isEqualTo("up");

            parent.destroyForcibly();

            redis.onExit().get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
            postgres.onExit().get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            parent.destroyForcibly();
        }
    }
}
