package dev.sluice.console.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Story;
import dev.sluice.events.Verdict;
import dev.sluice.testing.real.TestEvents;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not happen does not, and the answer says what to do. */
class HostileInputIT {

    private static final String SCRIPT = "<script>alert(1)</script>'\"; drop table event; --${7*7}[[${7*7}]]";

    private final RunningConsole console = RunningConsole.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{}{}",
                "{\"titel\":\"x\"}",
                "{\"title\":\"x\",\"title\":\"y\"}",
                "{\"title\":\"\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"x\"}",
                "{\"title\":\"x\",\"repository\":null}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"-upload-pack=x\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"ext::sh -c id\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"https://user:secret@host/r\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"https://token@host/r\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"/r\",\"baseBranch\":\"--upload-pack=x\"}}",
                "{\"title\":\"x\",\"repository\":{\"url\":\"/r\",\"baseBranch\":\"a..b\"}}",
                "{\"title\":\"two\\nlines\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"\\u001b[31mred\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"nul\\u0000\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"\\u202Etxt\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"\\uD800\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"x\",\"body\":\"\\u001b]0;x\\u0007\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"x\",\"kind\":\"FEATURE\",\"repository\":{\"url\":\"/r\"}}",
                "{\"title\":\"x\",\"revision\":0,\"repository\":{\"url\":\"/r\"}}"
            })
    void aWrongRequirementIsRefusedWithAProblem(String body) {
        HttpResponse<String> response = console.post("/api/v1/requirements", body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode problem = RunningConsole.json(response);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("type").asText()).isEqualTo("urn:sluice:problem:invalid-request");
        assertThat(problem.path("detail").asText()).isNotBlank();
    }

    @Test
    void aHugeBodyIsRefusedWhetherItSaysItsLengthOrNot() {
        String huge = RunningConsole.requirement("x".repeat(2_000_000));
        assertThat(console.post("/api/v1/requirements", huge).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = console.send(console.request("/api/v1/requirements")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(huge.getBytes(StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void anotherContentTypeIsRefused() {
        HttpResponse<String> response = console.send(console.request("/api/v1/requirements")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(RunningConsole.requirement("x"))));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(RunningConsole.json(response).path("detail").asText()).contains("application/json");
    }

    @Test
    void aForeignPageCannotWriteAndAForeignNameCannotRead() {
        String body = RunningConsole.requirement("x");
        assertThat(console.post("/api/v1/requirements", body, "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.post("/api/v1/requirements", body, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.get("/api/v1/runs", "X-Forwarded-For", "10.0.0.1").statusCode())
                .isEqualTo(403);
        assertThat(console.get("/api/v1/runs", "X-Sluice-User", "a b").statusCode())
                .isEqualTo(400);
    }

    @Test
    void hostileTextIsStoredAsItIsAndShownEscaped() {
        String title = SCRIPT + UUID.randomUUID();
        String id = console.submit(title);
        try (TestEvents events = TestEvents.open()) {
            SampleRun run = new SampleRun(events.publisher(), id, "https://h/<img src=x onerror=alert(1)>");
            Story story = SampleRun.story("k\"><script>x</script>", "\u0000\u001b[31m" + SCRIPT);
            run.plan(1, SCRIPT, story);
            String change = run.writes(story, "a".repeat(40), true);
            run.judges(story, change, "a".repeat(40), ReviewRole.TEST_QUALITY, Verdict.BLOCK, SCRIPT + '\0');
        }
        console.await("/api/v1/runs/" + id, r -> r.path("timeline").size() == 4);

        JsonNode detail = RunningConsole.json(console.get("/api/v1/runs/" + id));
        assertThat(detail.path("title").asText()).isEqualTo(title);
        HttpResponse<String> page = console.get("/runs/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<script>alert")
                .doesNotContain("<script>x")
                .doesNotContain("<img")
                .contains("&lt;script&gt;alert(1)")
                .contains("${7*7}")
                .doesNotContain("49]");
        assertThat(console.get("/").body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void unknownThingsAreNotFoundWithAProblemOrAPage() {
        assertThat(console.get("/api/v1/runs/none").statusCode()).isEqualTo(404);
        assertThat(console.get("/api/v1/changes/none").statusCode()).isEqualTo(404);
        assertThat(console.get("/api/v1/requirements/none").statusCode()).isEqualTo(404);
        assertThat(console.get("/runs/none").statusCode()).isEqualTo(404);
        assertThat(console.get("/runs/none").body()).contains("There is no run");
        assertThat(RunningConsole.json(console.get("/api/v1/nothing"))
                        .path("detail")
                        .asText())
                .contains("openapi.json");
        assertThat(console.get("/api/v1/runs?state=FOO").statusCode()).isEqualTo(400);
        assertThat(console.get("/api/v1/runs?limit=100000").statusCode()).isEqualTo(400);
    }
}
