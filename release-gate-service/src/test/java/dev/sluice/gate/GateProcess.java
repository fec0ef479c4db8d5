package dev.sluice.gate;

import dev.sluice.testing.real.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service in a process of its own, so that it can be killed. */
final class GateProcess implements AutoCloseable {

    private final Process process;

    GateProcess(Path state, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.sluice,java.lang,java.math,java.time",
                "-cp",
                System.getProperty("java.class.path"),
                ReleaseGateApplication.class.getName()));
        command.addAll(List.of(RealParts.running()
                .arguments(
                        "--server.port=0",
                        "--sluice.gate.quiet=1s",
                        "--sluice.workspace.directory=" + state.resolve("workspace"),
                        "--sluice.streams.directory=" + state.resolve("streams"))));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
