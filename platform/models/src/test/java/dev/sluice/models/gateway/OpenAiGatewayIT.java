package dev.sluice.models.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.CallStatus;
import dev.sluice.models.ModelReply;
import dev.sluice.models.gateway.GatewayFixture.Word;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.provider.openai.OpenAiProvider;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LangChain4j's real client against a real HTTP server that misbehaves. */
class OpenAiGatewayIT {

    private static final String GOOD = "{\"word\":\"yes\"}";

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final GatewayFixture fixture = new GatewayFixture();

    @BeforeEach
    void connect() {
        fixture.provider("main", provider(server.baseUrl())).routes("main/big");
        server.forModel("spare").answers(GOOD);
    }

    @AfterEach
    void close() {
        fixture.close();
        server.close();
    }

    @Test
    void asksWithTheExactModelAndKeyAndTellsTheFigures() {
        server.forModel("org/model:7b").answers(GOOD);

        fixture.routes("main/org/model:7b");

        assertThat(fixture.ask()).isEqualTo(new ModelReply.Answered<>(new Word("yes"), GOOD, "main/org/model:7b"));
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.model()).isEqualTo("org/model:7b");
            assertThat(asked.said("system")).isEqualTo("You write code.");
            assertThat(asked.said("user")).isEqualTo("Say a word.");
            assertThat(asked.headers().get("authorization")).containsExactly("Bearer configured-api-key");
        });
        assertThat(fixture.traces()).singleElement().satisfies(trace -> {
            assertThat(trace.getInputTokens()).isEqualTo(100);
            assertThat(trace.getOutputTokens()).isEqualTo(20);
            assertThat(trace.getFinishReason()).isEqualTo("stop");
            assertThat(trace.getResolvedModel()).isEqualTo("org/model:7b");
        });
        assertThat(fixture.meters
                        .get("gen_ai.client.token.usage")
                        .tag("gen_ai.token.type", "input")
                        .summary()
                        .totalAmount())
                .isEqualTo(100);
    }

    @Test
    void aServerErrorIsRepeatedAndThenAnswered() {
        server.forModel("big").answers(status(500), status(503), text(GOOD));

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(server.asked("big")).hasSize(3);
        assertThat(fixture.traces().getFirst().getAttempts())
                .extracting(attempt -> attempt.getOutcome())
                .containsExactly("SERVER_ERROR", "SERVER_ERROR", "SUCCEEDED");
    }

    @Test
    void aTruncatedBodyAndAResetConnectionAreRepeated() {
        server.forModel("big").answers(Answer.truncated(), Answer.reset(), text(GOOD));

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(server.asked("big")).hasSize(3);
    }

    @Test
    void aSilentRouteIsLeftForTheNextOneInTime() {
        server.forModel("big").answers(Answer.never());
        fixture.guarding(Duration.ofMillis(400), 3).routes("main/big", "main/spare");
        long started = System.nanoTime();

        assertThat(fixture.ask())
                .isInstanceOfSatisfying(
                        ModelReply.Answered.class,
                        answered -> assertThat(answered.model()).isEqualTo("main/spare"));
        assertThat(elapsed(started)).isLessThan(Duration.ofSeconds(5));
        assertThat(server.asked("big")).hasSize(1);
    }

    @Test
    void theDeadlineHoldsWhateverTheRoutesDo() {
        server.forModel("big").answers(Answer.never());
        fixture.deadline(Duration.ofMillis(700));
        long started = System.nanoTime();

        assertThat(fixture.ask())
                .isInstanceOfSatisfying(
                        ModelReply.Unavailable.class,
                        away -> assertThat(away.advice()).contains("sluice.models.time-limit"));
        assertThat(elapsed(started)).isLessThan(Duration.ofSeconds(4));
        assertThat(fixture.traces())
                .singleElement()
                .satisfies(trace -> assertThat(trace.getStatus()).isEqualTo(CallStatus.TIMED_OUT));
    }

    @Test
    void aProviderThatIsDownIsUnavailableWithAdvice() throws Exception {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        fixture.provider("main", provider("http://127.0.0.1:" + closedPort + "/v1"));

        assertThat(fixture.ask()).isInstanceOfSatisfying(ModelReply.Unavailable.class, away -> {
            assertThat(away.reason()).contains("main/big", "connection failed");
            assertThat(away.advice()).contains("sluice.models.providers.main.base-url");
        });
    }

    @Test
    void aWrongKeyIsNotRepeatedAndOpensTheBreaker() {
        server.forModel("big").answers(status(401));

        assertThat(fixture.ask())
                .isInstanceOfSatisfying(
                        ModelReply.Unavailable.class,
                        away -> assertThat(away.advice()).contains("SLUICE_MODELS_PROVIDERS_MAIN_API_KEY"));
        assertThat(server.asked("big")).hasSize(1);
        assertThat(fixture.guards.breakers().circuitBreaker("main/big").getState())
                .isEqualTo(CircuitBreaker.State.OPEN);
    }

    @Test
    void retryAfterIsHonoured() {
        server.forModel("big").answers(status(429, "Retry-After", "1"), text(GOOD));
        long started = System.nanoTime();

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(elapsed(started)).isBetween(Duration.ofMillis(950), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Fri, 20 Nov 2099 11:00:00 GMT"})
    void aRetryAfterBeyondTheDeadlineIsNotWaitedForAndRemembered(String retryAfter) {
        server.forModel("big").answers(status(429, "Retry-After", retryAfter));
        long started = System.nanoTime();

        assertThat(fixture.ask("e-1")).isInstanceOf(ModelReply.Unavailable.class);
        assertThat(fixture.ask("e-2")).isInstanceOf(ModelReply.Unavailable.class);

        assertThat(elapsed(started)).isLessThan(Duration.ofSeconds(4));
        assertThat(server.asked("big")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>It works!</html>",
                "",
                "null",
                "[]",
                "{}",
                "{\"error\":{\"message\":\"overloaded\"}}",
                "{\"id\":\"x\",\"model\":\"m\",\"choices\":[]}",
                "{\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\"}]}",
                "{\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
                "{\"id\":\"x\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"half\"}}]}"
            })
    void aBodyThatIsNoCompleteReplyFailsOver(String body) {
        server.forModel("big").answers(Answer.body(body));
        fixture.routes("main/big", "main/spare");

        assertThat(fixture.ask())
                .isInstanceOfSatisfying(
                        ModelReply.Answered.class,
                        answered -> assertThat(answered.model()).isEqualTo("main/spare"));
        assertThat(server.asked("big")).hasSize(1);
    }

    @Test
    void aReplyCutOffByTheProviderIsInvalidWithItsText() {
        server.forModel("big").answers(Answer.finished("{\"wo", "length"));

        assertThat(fixture.ask()).isInstanceOfSatisfying(ModelReply.Invalid.class, invalid -> {
            assertThat(invalid.text()).isEqualTo("{\"wo");
            assertThat(invalid.advice()).contains("max-output-tokens");
        });
    }

    @Test
    void aRoundOfRepairShowsTheModelItsReplyAndTheProblem() {
        server.forModel("big").answers("I would say yes.", GOOD);

        assertThat(fixture.ask()).isInstanceOf(ModelReply.Answered.class);
        assertThat(server.asked("big").get(1).said("assistant")).isEqualTo("I would say yes.");
        assertThat(server.asked("big").get(1).said("user")).contains("no JSON object");
    }

    @Test
    void aReplyIsPaidOnceEvenWhenTheProcessDiesAfterIt() {
        server.forModel("big").answers(GOOD);
        ModelReply<Word> before = fixture.ask();

        fixture.restart();

        assertThat(fixture.ask()).isEqualTo(before);
        assertThat(server.asked("big")).hasSize(1);
    }

    @Test
    void aCallThatFindsNoFreePlaceInTimeSaysSo() throws Exception {
        server.forModel("big").answers(Answer.never());
        fixture.guarding(Duration.ofSeconds(1), 1).parallel(1).deadline(Duration.ofMillis(600));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> fixture.ask("e-1"));
            await().until(() -> !server.asked("big").isEmpty());
            ModelReply<Word> second = fixture.ask("e-2");

            assertThat(first.get()).isInstanceOf(ModelReply.Unavailable.class);
            assertThat(second)
                    .isInstanceOfSatisfying(
                            ModelReply.Unavailable.class,
                            away -> assertThat(away.reason()).contains("main/big"));
        }
    }

    @Test
    void manyCallsAtOnceAllGetTheirAnswer() throws Exception {
        server.forModel("big").answers(text(GOOD).after(Duration.ofMillis(20)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                String event = "e-" + i;
                threads.submit(() -> fixture.ask(event));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(fixture.traces())
                .hasSize(300)
                .allSatisfy(trace -> assertThat(trace.getStatus()).isEqualTo(CallStatus.SUCCEEDED));
    }

    private static Answer text(String text) {
        return Answer.text(text);
    }

    private static Answer status(int status, String... headers) {
        return Answer.status(status, headers);
    }

    private static ModelProvider provider(String baseUrl) {
        return OpenAiProvider.create(
                new ProviderSettings(ProviderSettings.Type.OPENAI, baseUrl, "configured-api-key", null, null));
    }

    private static Duration elapsed(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
