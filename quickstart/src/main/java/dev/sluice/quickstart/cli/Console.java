package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The console's REST API, as the commands use it. */
public final class Console {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;
    private final String token;

    /** The console at {@code base}; an empty token sends none. */
    public Console(String base, String token) {
        this.base = base.replaceFirst("/+$", "");
        this.token = token;
    }

    /** Where the console is. */
    public String base() {
        return base;
    }

    /** Reads; empty when there is no such thing (yet). */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(body(response));
    }

    /** Reads, or ends the command when there is no such thing. */
    public JsonNode get(String path) {
        return body(send(request(path).GET().build()));
    }

    /** Writes. */
    public JsonNode post(String path, Map<String, ?> body) {
        try {
            return body(send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A value as a part of a path. */
    public static String part(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Failure(
                    Failure.SYSTEM,
                    "no console answers at " + base + " (" + e.getClass().getSimpleName()
                            + "). Start one with `sluice up`, or name another with --console or SLUICE_CONSOLE_URL.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.SYSTEM, "interrupted while waiting for the console");
        }
    }

    private static JsonNode body(HttpResponse<String> response) {
        JsonNode body;
        try {
            body = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new Failure(
                    Failure.SYSTEM,
                    response.uri() + " answered " + response.statusCode()
                            + " with something that is not JSON; is it a console?");
        }
        int status = response.statusCode();
        if (status < 300) {
            return body;
        }
        String detail = body.path("detail").asText(body.path("title").asText("no detail"));
        if (status == 409) {
            throw new Failure(Failure.NO, detail);
        }
        throw new Failure(status < 500 ? Failure.USAGE : Failure.SYSTEM, detail);
    }
}
