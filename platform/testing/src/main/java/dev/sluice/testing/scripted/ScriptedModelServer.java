package dev.sluice.testing.scripted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenAI-compatible chat-completions server on the loopback interface whose answers a test decides.
 *
 * <p>Serves {@code POST /v1/chat/completions} and {@code POST /chat/completions}, not streamed. The first registered
 * script that selects a request answers it; a request that none selects gets status 404 and a message that says so.
 */
public final class ScriptedModelServer implements AutoCloseable {

    static {
        // Without it, Nagle's algorithm and delayed acknowledgements add 40 ms to answers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Script> scripts = new CopyOnWriteArrayList<>();
    private final List<Script> fallbacks = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final boolean recording;

    private ScriptedModelServer(int port, boolean recording) throws IOException {
        this.recording = recording;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Starts on a free port. */
    public static ScriptedModelServer start() {
        return start(0, true);
    }

    /** Starts on {@code port}; one that does not record requests can serve millions of them. */
    public static ScriptedModelServer start(int port, boolean recording) {
        try {
            return new ScriptedModelServer(port, recording);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    /** Base URL for {@code sluice.models.providers.<name>.base-url}, ends in {@code /v1}. */
    public String baseUrl() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + "/v1";
    }

    /** Port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** A script for requests whose {@code model} field is {@code model}. */
    public Script forModel(String model) {
        return when(request -> request.model().equals(model));
    }

    /** A script for requests with {@code text} in any message. */
    public Script containing(String text) {
        return when(request -> request.text().contains(text));
    }

    /** A script for every request that no earlier script selects. */
    public Script otherwise() {
        Script script = new Script(request -> true);
        fallbacks.add(script);
        return script;
    }

    /** A script for requests that {@code which} selects. */
    public Script when(Predicate<Asked> which) {
        Script script = new Script(which);
        scripts.add(script);
        return script;
    }

    /** Requests received so far, oldest first. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Requests received so far for {@code model}, oldest first. */
    public List<Asked> asked(String model) {
        return asked.stream().filter(request -> request.model().equals(model)).toList();
    }

    /** Forgets scripts and requests. */
    public void reset() {
        scripts.clear();
        fallbacks.clear();
        asked.clear();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Responses responses = new Responses(exchange);
            String path = exchange.getRequestURI().getPath();
            if (!path.endsWith("/chat/completions")) {
                responses.error(404, "This server serves /v1/chat/completions, not " + path + ".");
                return;
            }
            if (!exchange.getRequestMethod().equals("POST")) {
                responses.error(405, "Use POST.");
                return;
            }
            Asked request = read(exchange, path);
            if (recording) {
                asked.add(request);
            }
            for (Script script :
                    Stream.concat(scripts.stream(), fallbacks.stream()).toList()) {
                if (script.matches(request)) {
                    responses.give(script.next(), request);
                    return;
                }
            }
            responses.error(404, "No script selects this request for model " + request.model() + ".");
        }
    }

    private static Asked read(HttpExchange exchange, String path) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), header -> List.copyOf(header.getValue())));
        return new Asked(path, headers, body, Instant.now());
    }
}
