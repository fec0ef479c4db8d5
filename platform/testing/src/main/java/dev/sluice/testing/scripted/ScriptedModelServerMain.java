package dev.sluice.testing.scripted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Runs the server by itself: {@code --port 9999 --latency-ms 50 --replies DIRECTORY}. The directory holds one reply for
 * each model in {@code <model>.md}; without one, every request is answered with {@code {}}.
 */
public final class ScriptedModelServerMain {

    private ScriptedModelServerMain() {}

    /** Serves until the process ends. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> options = options(args);
        Duration latency = Duration.ofMillis(Long.parseLong(options.getOrDefault("latency-ms", "0")));
        try (ScriptedModelServer server =
                ScriptedModelServer.start(Integer.parseInt(options.getOrDefault("port", "0")), false)) {
            if (options.get("replies") instanceof String directory) {
                scriptAll(server, Path.of(directory), latency);
            } else {
                server.otherwise().answers(delayed("{}", latency));
            }
            System.out.println("Scripted model server: " + server.baseUrl());
            new CountDownLatch(1).await();
        }
    }

    private static void scriptAll(ScriptedModelServer server, Path directory, Duration latency) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                String name = file.getFileName().toString();
                String model = name.substring(0, name.length() - ".md".length());
                server.forModel(model).answers(delayed(Files.readString(file), latency));
            }
        }
    }

    private static Answer delayed(String text, Duration latency) {
        return latency.isZero() ? Answer.text(text) : Answer.text(text).after(latency);
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("Usage: [--port N] [--latency-ms N] [--replies DIRECTORY]");
            }
            options.put(args[i].substring(2), args[i + 1]);
        }
        return options;
    }
}
