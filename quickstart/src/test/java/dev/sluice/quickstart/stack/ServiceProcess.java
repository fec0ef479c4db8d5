package dev.sluice.quickstart.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service in a process of its own, as it runs on a cluster: it knows the others by addresses only. */
final class ServiceProcess {

    private final Service service;
    private final Map<String, String> settings;
    private final Path folder;
    private @Nullable Process process;

    ServiceProcess(Service service, Map<String, String> settings, Path folder) {
        this.service = service;
        this.settings = settings;
        this.folder = folder;
    }

    /** Starts it; it catches up with its topics as soon as it is ready. */
    void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Dlogback.configurationFile=logback-stack.xml",
                "-Dsluice.log=" + folder.resolve(service.configuration() + ".log"),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.sluice,java.lang,java.math,java.time",
                "-cp",
                System.getProperty("java.class.path"),
                service.application().getName()));
        command.addAll(List.of(ServiceLauncher.arguments(service, 0, settings)));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            new File(folder.toFile(), service.configuration() + ".out")))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
        }
    }

    /** Kills it and starts it again. */
    void killAndRestart() {
        kill();
        start();
    }
}
