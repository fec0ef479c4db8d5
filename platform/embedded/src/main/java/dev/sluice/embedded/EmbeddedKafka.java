package dev.sluice.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and its controller in this JVM, on loopback, on a folder of its own. It can stop and start again. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final String PART = "Kafka";

    private final Path folder;
    private final boolean temporary;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(Path folder, boolean temporary, int port) {
        this.folder = folder;
        this.temporary = temporary;
        this.port = Ports.claim(PART, port);
        this.controllerPort = Ports.claim(PART, 0);
    }

    /** A broker whose data is in {@code folder} and stays there; {@code port} 0 means any. */
    public static EmbeddedKafka in(Path folder, int port) {
        return new EmbeddedKafka(Folders.create(folder).toAbsolutePath(), false, port);
    }

    /** A broker on a free port whose data goes when it is closed. */
    public static EmbeddedKafka temporary() {
        return new EmbeddedKafka(Folders.temporary("kafka"), true, 0);
    }

    /** Starts, or starts again, and returns when clients are served. */
    public synchronized EmbeddedKafka start() {
        if (server != null) {
            return this;
        }
        try {
            Ports.claim(PART, port);
            KafkaConfig config = new KafkaConfig(BrokerSettings.of(folder, port, controllerPort));
            format();
            KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
            starting.startup();
            server = starting;
            awaitClients();
        } catch (PartFailure e) {
            throw e;
        } catch (Exception e) {
            throw new PartFailure(
                    PART,
                    String.valueOf(e.getMessage()),
                    null,
                    "If its data was written by another version or is damaged, move " + folder + " away.",
                    e);
        }
        return this;
    }

    /** Stops; the data stays. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
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

    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    public int port() {
        return port;
    }

    private void format() throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter();
        formatter
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        formatter.run();
    }

    private void awaitClients() throws Exception {
        Map<String, Object> client = new HashMap<>();
        client.put("bootstrap.servers", bootstrapServers());
        client.put("default.api.timeout.ms", 30_000);
        try (Admin admin = Admin.create(client)) {
            admin.describeCluster().nodes().get();
        }
    }
}
