package dev.sluice.console.real;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.console.ConsoleApplication;
import dev.sluice.testing.real.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A console on real parts with a database and a consumer group of its own, and a client for it. */
final class RunningConsole implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String database;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> settings;
    private ConfigurableApplicationContext context;

    private static final class Holder {
        private static final RunningConsole ONLY = start("--sluice.console.requester-may-approve=true");
    }

    /** One console for all tests that neither stop nor rebuild it. */
    static RunningConsole shared() {
        return Holder.ONLY;
    }

    private RunningConsole(String database, List<String> settings) {
        this.database = database;
        this.settings = settings;
        this.context = boot(List.of());
    }

    /** Opens a console for people on this machine who may approve what they asked for. */
    static RunningConsole start(String... more) {
        String name = "console_" + UUID.randomUUID().toString().replace("-", "");
        RealParts parts = RealParts.running();
        try (var connection = DriverManager.getConnection(parts.jdbcUrl(), parts.jdbcUser(), "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        List<String> settings = new ArrayList<>(List.of(
                "--sluice.console.open-on-loopback=true",
                "--sluice.console.user=ann",
                "--sluice.console.group=" + name));
        for (String setting : more) {
            settings.removeIf(s -> s.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            settings.add(setting);
        }
        return new RunningConsole(name, settings);
    }

    private ConfigurableApplicationContext boot(List<String> more) {
        RealParts parts = RealParts.running();
        List<String> arguments = new ArrayList<>(List.of(parts.arguments()));
        arguments.addAll(settings);
        arguments.addAll(more);
        arguments.add("--server.port=0");
        arguments.add("--spring.config.name=" + ConsoleApplication.CONFIG_NAME);
        arguments.removeIf(a -> a.startsWith("--spring.datasource.url="));
        arguments.add(
                "--spring.datasource.url=" + parts.jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + database + "$1"));
        return new SpringApplicationBuilder(ConsoleApplication.class).run(arguments.toArray(String[]::new));
    }

    /** Stops it and starts it on the same database. */
    void restart(String... more) {
        context.close();
        context = boot(List.of(more));
    }

    void stop() {
        context.close();
    }

    JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpClient client() {
        return client;
    }

    static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** The JSON of {@code path} as soon as it is there and {@code ready}. */
    JsonNode await(String path, Predicate<JsonNode> ready) {
        return Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> {
                            HttpResponse<String> response = get(path);
                            return response.statusCode() == 200 ? json(response) : JSON.missingNode();
                        },
                        node -> !node.isMissingNode() && ready.test(node));
    }

    /** The run as soon as it is in that state. */
    JsonNode awaitState(String runId, String state) {
        return await("/api/v1/runs/" + runId, run -> run.path("state").asText().equals(state));
    }

    /** Submits an epic and returns its id. */
    String submit(String title) {
        HttpResponse<String> response = post("/api/v1/requirements", requirement(title));
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.body());
        }
        return json(response).path("requirementId").asText();
    }

    static String requirement(String title) {
        return JSON.createObjectNode()
                .put("kind", "EPIC")
                .put("title", title)
                .put("body", "Some text")
                .set(
                        "repository",
                        JSON.createObjectNode().put("url", "/tmp/repository").put("baseBranch", "main"))
                .toString();
    }

    @Override
    public void close() {
        context.close();
    }
}
