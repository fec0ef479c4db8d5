package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsIT {

    @Test
    void startsAllPartsAndKeepsTheirDataOverARestart(@TempDir Path folder) throws Exception {
        Queue<String> ready = new ConcurrentLinkedQueue<>();
        String artifact;
        try (EmbeddedParts parts = EmbeddedParts.in(folder, EmbeddedParts.PortPlan.any())) {
            parts.start((part, elapsed) -> ready.add(part + " " + elapsed.toMillis() + " ms"));
            createTopic(parts.kafka(), "kept");
            artifact = register(parts.registry());
            redis(parts.redis(), "SET kept yes");
            sql(parts.postgres(), "CREATE TABLE kept (n INT); INSERT INTO kept VALUES (42)");
        }
        assertThat(ready).hasSize(4);

        ready.clear();
        try (EmbeddedParts parts = EmbeddedParts.in(folder, EmbeddedParts.PortPlan.any())) {
            parts.start((part, elapsed) -> ready.add(part + " " + elapsed.toMillis() + " ms"));
            assertThat(topics(parts.kafka())).contains("kept");
            assertThat(register(parts.registry())).isEqualTo(artifact);
            assertThat(redis(parts.redis(), "GET kept")).contains("yes");
            assertThat(one(parts.postgres(), "SELECT n FROM kept")).isEqualTo(42);
        }
    }

    @Test
    void aBrokerStopsAndStartsAgainOnTheSamePort() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary()) {
            kafka.start();
            createTopic(kafka, "before");
            String address = kafka.bootstrapServers();
            kafka.stop();
            kafka.start();
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            assertThat(topics(kafka)).contains("before");
        }
    }

    @Test
    void aTemporaryRedisComesBackEmpty() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary()) {
            redis.start();
            redis(redis, "SET gone soon");
            redis.stop();
            redis.start();
            assertThat(redis(redis, "GET gone")).startsWith("$-1");
        }
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EmbeddedRedis redis = EmbeddedRedis.temporary()) {
            assertThat(redis.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedRedis.in(Path.of("target"), taken.getLocalPort()))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("choose another port");
        }
    }

    private static void createTopic(EmbeddedKafka kafka, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    /** Registers a schema, which returns the id on record when it is there already. */
    private static String register(EmbeddedRegistry registry) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(registry.confluentUrl() + "/subjects/kept-value/versions"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"\\\"string\\\"\"}"))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private static String redis(EmbeddedRedis redis, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void sql(EmbeddedPostgres postgres, String statements) throws Exception {
        try (Connection connection = postgres.dataSource().getConnection()) {
            connection.createStatement().execute(statements);
        }
    }

    private static int one(EmbeddedPostgres postgres, String query) throws Exception {
        try (Connection connection = postgres.dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
