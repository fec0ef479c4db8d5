package dev.sluice.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Apicurio Registry as a child process on loopback. Its content ids survive a restart when its folder is kept. */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String PART = "Registry";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private @Nullable Child child;

    private EmbeddedRegistry(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = Ports.claim(PART, port);
    }

    /** A registry whose data is in {@code folder} and stays there; {@code port} 0 means any. */
    public static EmbeddedRegistry in(Path folder, int port) {
        return new EmbeddedRegistry(Folders.create(folder).toAbsolutePath(), false, port);
    }

    /** A registry on a free port that keeps everything in memory. */
    public static EmbeddedRegistry temporary() {
        return new EmbeddedRegistry(Folders.temporary("registry"), true, 0);
    }

    /** Starts, or starts again, and returns when it is ready. */
    public synchronized EmbeddedRegistry start() {
        if (child != null) {
            return this;
        }
        Path files = RegistryFiles.locate();
        Path log = folder.resolve("registry.log");
        Child starting = Child.start(PART, folder, log, command(files));
        // HTTP/1.1: an upgrade offer would cost a round trip per probe.
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build()) {
            starting.await(() -> answers(http), Duration.ofSeconds(60));
        }
        child = starting;
        return this;
    }

    /** Stops; the data stays unless it is temporary. */
    public synchronized void stop() {
        if (child != null) {
            child.stop();
            child = null;
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    /** Base of the registry's own API, for example {@code http://127.0.0.1:8081/apis/registry/v3}. */
    public String url() {
        return base() + "/apis/registry/v3";
    }

    /** Base of the API that Confluent's clients speak. */
    public String confluentUrl() {
        return base() + "/apis/ccompat/v7";
    }

    public int port() {
        return port;
    }

    private String base() {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    private List<String> command(Path files) {
        String database = temporary ? "jdbc:h2:mem:" + UUID.randomUUID() : "jdbc:h2:file:" + folder.resolve("registry");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=" + Ports.LOOPBACK,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.management.host=" + Ports.LOOPBACK,
                "-Dquarkus.management.port=" + Ports.claim(PART, 0),
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=" + database,
                "-Dapicurio.datasource.jdbc.initial-size=2",
                "-Dapicurio.datasource.jdbc.min-size=2",
                "-Dapicurio.datasource.jdbc.max-size=8",
                "-jar",
                files.resolve("quarkus-run.jar").toString());
    }

    private boolean answers(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/system/info"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the registry was starting", e);
        }
    }
}
