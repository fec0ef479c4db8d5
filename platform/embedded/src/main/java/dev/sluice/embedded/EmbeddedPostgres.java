package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server beside this JVM, on loopback. It can stop and start again. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String PART = "PostgreSQL";
    private static final String USER = "postgres";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private io.zonky.test.db.postgres.embedded.@Nullable EmbeddedPostgres server;

    private EmbeddedPostgres(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = Ports.claim(PART, port);
    }

    /** A server whose data is in {@code folder} and stays there; {@code port} 0 means any. */
    public static EmbeddedPostgres in(Path folder, int port) {
        return new EmbeddedPostgres(Folders.create(folder).toAbsolutePath(), false, port);
    }

    /** A server on a free port whose data goes when it is closed. */
    public static EmbeddedPostgres temporary() {
        return new EmbeddedPostgres(Folders.temporary("postgres"), true, 0);
    }

    /** Starts, or starts again, and returns when it answers. */
    public synchronized EmbeddedPostgres start() {
        if (server != null) {
            return this;
        }
        Path log = folder.resolve("postgres.log");
        endLeftOver();
        Ports.claim(PART, port);
        try {
            server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setDataDirectory(data().toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(30))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setServerConfig("listen_addresses", Ports.LOOPBACK)
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("timezone", "UTC")
                    .start();
            postmaster().ifPresent(handle -> Orphans.watch(handle.pid()));
        } catch (IOException | RuntimeException e) {
            throw new PartFailure(
                    PART,
                    String.valueOf(e.getMessage()),
                    log,
                    "If its data is damaged, move " + data() + " away: it is rebuilt from the log of events.",
                    e);
        }
        return this;
    }

    /** Stops; the data stays unless it is temporary. */
    public synchronized void stop() {
        if (server != null) {
            postmaster().ifPresent(handle -> Orphans.forget(handle.pid()));
            try {
                server.close();
            } catch (IOException e) {
                endLeftOver();
            }
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    /** JDBC address of the database {@code postgres}; the user needs no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + USER + "?user=" + USER;
    }

    public String user() {
        return USER;
    }

    public int port() {
        return port;
    }

    /** Connections to the database {@code postgres} while the server runs. */
    public synchronized DataSource dataSource() {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL is not running: call start() first");
        }
        return server.getPostgresDatabase();
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Ends the server that a killed run left on the same data. */
    private void endLeftOver() {
        postmaster().ifPresent(left -> {
            left.destroy();
            Child.endForcibly(left, Duration.ofSeconds(10));
        });
    }

    /** The process that the data's lock file names, if it is a PostgreSQL server. */
    private Optional<ProcessHandle> postmaster() {
        Path lock = data().resolve("postmaster.pid");
        try {
            if (!Files.exists(lock)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(lock);
            return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                    .filter(handle -> handle.info().command().orElse("").contains(USER));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
