package dev.sluice.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis server as a child process on loopback. It can stop and start again, with its data or empty. */
public final class EmbeddedRedis implements AutoCloseable {

    private static final String PART = "Redis";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private @Nullable Child child;

    private EmbeddedRedis(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = Ports.claim(PART, port);
    }

    /** A server whose data is in {@code folder} and stays there; {@code port} 0 means any. */
    public static EmbeddedRedis in(Path folder, int port) {
        return new EmbeddedRedis(Folders.create(folder).toAbsolutePath(), false, port);
    }

    /** A server on a free port that keeps everything in memory. */
    public static EmbeddedRedis temporary() {
        return new EmbeddedRedis(Folders.temporary("redis"), true, 0);
    }

    /** Starts, or starts again, and returns when it answers. A temporary one starts empty. */
    public synchronized EmbeddedRedis start() {
        if (child != null) {
            return this;
        }
        Path log = folder.resolve("redis.log");
        Child starting = Child.start(PART, folder, log, command());
        starting.await(this::answers, Duration.ofSeconds(20));
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

    public String url() {
        return "redis://" + Ports.LOOPBACK + ":" + port;
    }

    public int port() {
        return port;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                executable().toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                Ports.LOOPBACK,
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                temporary ? "no" : "yes"));
        if (!temporary) {
            command.addAll(List.of("--appendfsync", "everysec"));
        }
        return command;
    }

    /** The server binary for this system, copied out of its jar once per folder. */
    private Path executable() {
        Path kept = folder.resolve("redis-server");
        try {
            if (!Files.isExecutable(kept)) {
                Path fresh = ExecutableProvider.newJarResourceProvider().get().toPath();
                Path copy =
                        Files.copy(fresh, folder.resolve("redis-server.fresh"), StandardCopyOption.REPLACE_EXISTING);
                copy.toFile().setExecutable(true);
                Files.move(copy, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            return kept;
        } catch (IOException e) {
            throw new PartFailure(
                    PART, String.valueOf(e.getMessage()), null, "Check that " + folder + " can be written.", e);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
