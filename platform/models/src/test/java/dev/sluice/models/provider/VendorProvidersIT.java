package dev.sluice.models.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ProviderFailure.Kind;
import dev.sluice.models.provider.Question.Speaker;
import dev.sluice.models.provider.Question.Turn;
import dev.sluice.models.provider.anthropic.AnthropicProvider;
import dev.sluice.models.provider.gemini.GeminiProvider;
import dev.sluice.models.provider.ollama.OllamaProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each vendor's wire format, answered over real HTTP. */
class VendorProvidersIT {

    /** A vendor: how to make its provider, what its server answers, and how it says that it stopped too early. */
    private record Vendor(
            String name,
            ProviderSettings.Type type,
            Function<ProviderSettings, ModelProvider> make,
            String reply,
            String cutOff) {
        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer server;

    private volatile int status = 200;
    private volatile String body = "";
    private volatile String seen = "";

    static Stream<Vendor> vendors() {
        return Stream.of(
                new Vendor(
                        "anthropic",
                        ProviderSettings.Type.ANTHROPIC,
                        AnthropicProvider::create,
                        """
                        {"id":"m","type":"message","role":"assistant","model":"resolved","content":[{"type":"text","text":"hello"}],
                         "stop_reason":"end_turn","usage":{"input_tokens":7,"output_tokens":3}}""",
                        "end_turn>max_tokens"),
                new Vendor("gcp.gemini", ProviderSettings.Type.GEMINI, GeminiProvider::create, """
                        {"candidates":[{"content":{"role":"model","parts":[{"text":"hello"}]},"finishReason":"STOP","index":0}],
                         "usageMetadata":{"promptTokenCount":7,"candidatesTokenCount":3,"totalTokenCount":10},"modelVersion":"resolved"}""", "STOP>MAX_TOKENS"),
                new Vendor("ollama", ProviderSettings.Type.OLLAMA, OllamaProvider::create, """
                        {"model":"resolved","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":"hello"},
                         "done":true,"done_reason":"stop","prompt_eval_count":7,"eval_count":3}""", "\"stop\">\"length\""));
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            seen = exchange.getRequestURI() + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Retry-After", "3");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void answersWithTextModelAndTokens(Vendor vendor) throws Exception {
        body = vendor.reply;

        ProviderReply reply = provider(vendor).ask(question());

        assertThat(reply.text()).isEqualTo("hello");
        assertThat(reply.finishReason()).isEqualTo("stop");
        assertThat(reply.usage()).isEqualTo(new ProviderReply.Usage(7L, 3L, null, null));
        assertThat(provider(vendor).system()).isEqualTo(vendor.name);
        assertThat(seen).contains("exact-model:7b", "be strict", "the question");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void tellsThatAReplyWasCutOff(Vendor vendor) {
        String[] change = vendor.cutOff.split(">");
        body = vendor.reply.replace(change[0], change[1]);

        assertKind(vendor, Kind.CUT_OFF);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void readsEveryKindOfRefusal(Vendor vendor) {
        body = "{\"error\":{\"message\":\"no\",\"type\":\"x\"}}";
        for (var expected : List.of(
                Map.entry(401, Kind.UNAUTHORISED),
                Map.entry(429, Kind.RATE_LIMITED),
                Map.entry(400, Kind.REJECTED),
                Map.entry(529, Kind.SERVER_ERROR))) {
            status = expected.getKey();
            assertKind(vendor, expected.getValue());
        }
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void garbageIsMalformed(Vendor vendor) {
        for (String garbage : List.of("<html></html>", "{}", "[]", "null", "")) {
            body = garbage;
            assertKind(vendor, Kind.MALFORMED);
        }
    }

    private void assertKind(Vendor vendor, Kind kind) {
        assertThatThrownBy(() -> provider(vendor).ask(question()))
                .as(vendor + " with status " + status + " and body " + body)
                .isInstanceOfSatisfying(ProviderFailure.class, failure -> {
                    assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
                    if (kind == Kind.RATE_LIMITED) {
                        assertThat(failure.retryAfter()).hasSeconds(3);
                    }
                });
    }

    private ModelProvider provider(Vendor vendor) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return vendor.make.apply(new ProviderSettings(vendor.type, url, "key", null, null));
    }

    private static Question question() {
        return new Question(
                ModelRole.PLANNER,
                "S-1",
                "plan",
                "exact-model:7b",
                "be strict",
                List.of(new Turn(Speaker.USER, "the question")));
    }
}
