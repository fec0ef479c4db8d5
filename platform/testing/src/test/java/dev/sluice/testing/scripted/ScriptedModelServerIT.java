package dev.sluice.testing.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedModelServerIT {

    private final ScriptedModelServer server = ScriptedModelServer.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersByModelInSequenceAndRepeatsTheLast() throws Exception {
        server.forModel("a").answers("one", "two");
        server.forModel("b").answers("other");

        assertThat(ask("a", "x").body())
                .contains("\"content\":\"one\"", "\"model\":\"a\"", "\"finish_reason\":\"stop\"");
        assertThat(ask("b", "x").body()).contains("other");
        assertThat(ask("a", "x").body()).contains("two");
        assertThat(ask("a", "x").body()).contains("two", "\"prompt_tokens\":100");
    }

    @Test
    void selectsByTextAndRecordsWhatWasAsked() throws Exception {
        server.containing("story S-2").answers("found");

        assertThat(ask("m", "about story S-2").body()).contains("found");
        assertThat(server.asked("m")).singleElement().satisfies(asked -> {
            assertThat(asked.said("user")).isEqualTo("about story S-2");
            assertThat(asked.headers()).containsKey("content-type");
        });
    }

    @Test
    void tellsThatNoScriptSelectsARequest() throws Exception {
        HttpResponse<String> response = ask("nobody", "x");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("nobody");
    }

    @Test
    void misbehavesOnDemand() throws Exception {
        server.forModel("limited").answers(Answer.status(429, "Retry-After", "7"));
        server.forModel("garbage").answers(Answer.garbage());
        server.forModel("truncated").answers(Answer.truncated());
        server.forModel("reset").answers(Answer.reset());
        server.forModel("never").answers(Answer.never());

        HttpResponse<String> limited = ask("limited", "x");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("retry-after")).contains("7");
        assertThat(ask("garbage", "x").body()).startsWith("<html>");
        assertThatThrownBy(() -> ask("truncated", "x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask("reset", "x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ask("never", "x")).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void answersLate() throws Exception {
        server.otherwise().answers(Answer.text("late").after(Duration.ofMillis(200)));
        long started = System.nanoTime();

        assertThat(ask("m", "x").body()).contains("late");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    private HttpResponse<String> ask(String model, String text) throws IOException, InterruptedException {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
        return client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/chat/completions"))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
