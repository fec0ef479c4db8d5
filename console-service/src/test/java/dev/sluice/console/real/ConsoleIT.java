package dev.sluice.console.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Story;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.testing.real.TestEvents;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people can do and see, on real Kafka, registry and PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Story EXPORT = SampleRun.story("export", "Export the list");
    private static final Story IMPORT = SampleRun.story("import", "Import the list", "export");
    private static final String HEAD = "a".repeat(40);

    private RunningConsole console;
    private TestEvents events;

    @BeforeAll
    void start() {
        events = TestEvents.open();
        console = RunningConsole.shared();
    }

    @AfterAll
    void stop() {
        events.close();
    }

    @Test
    void aRequirementSubmittedTwiceIsOneRequirementAndOneEvent() {
        String body = RunningConsole.requirement("Twice " + UUID.randomUUID());
        HttpResponse<String> first = console.post("/api/v1/requirements", body);
        HttpResponse<String> second = console.post("/api/v1/requirements", body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        String id = RunningConsole.json(first).path("requirementId").asText();
        assertThat(RunningConsole.json(second).path("requirementId").asText()).isEqualTo(id);
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/requirements/" + id);
        console.awaitState(id, "SUBMITTED");
        assertThat(console.post("/api/v1/requirements", body).statusCode()).isEqualTo(200);
        assertThat(events.on(Topics.REQUIREMENT_SUBMITTED, id).stream()
                        .map(e -> e.delivery().eventId())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRaceOfEqualSubmissionsCreatesOneRequirement() {
        String body = RunningConsole.requirement("Race " + UUID.randomUUID());
        var replies = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> console.post("/api/v1/requirements", body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(replies).filteredOn(r -> r.statusCode() == 201).hasSize(1);
        assertThat(replies).filteredOn(r -> r.statusCode() == 200).hasSize(7);
        String id = RunningConsole.json(replies.get(0)).path("requirementId").asText();
        console.awaitState(id, "SUBMITTED");
        assertThat(console.jdbc().queryForObject("select count(*) from event where run_id = ?", Integer.class, id))
                .isEqualTo(1);
    }

    @Test
    void anotherTextUnderTheSameExternalIdIsAConflict() {
        String externalId = "PROJ-" + UUID.randomUUID();
        String body = RunningConsole.requirement("One").replaceFirst("\\{", "{\"externalId\":\"" + externalId + "\",");

        assertThat(console.post("/api/v1/requirements", body).statusCode()).isEqualTo(201);
        HttpResponse<String> other = console.post("/api/v1/requirements", body.replace("Some text", "Another text"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(RunningConsole.json(other).path("detail").asText()).contains("Raise the revision");
    }

    @Test
    void aRunIsFollowedFromSubmissionToMerge() {
        String id = console.submit("Lists " + UUID.randomUUID());
        SampleRun run = new SampleRun(events.publisher(), id, "/tmp/repository");
        run.plan(1, "ann", EXPORT, IMPORT);
        console.awaitState(id, "WAITING_FOR_APPROVAL");
        assertThat(decide(id, 1, "APPROVED").statusCode()).isEqualTo(202);
        assertThat(decide(id, 1, "APPROVED").statusCode()).isEqualTo(200);
        events.await(Topics.PLAN_DECIDED, id);
        run.starts(EXPORT);
        JsonNode developing = console.awaitState(id, "DEVELOPING");
        assertThat(developing.at("/stories/1/state").asText()).isEqualTo("WAITING_FOR_DEPENDENCY");

        String change = run.writes(EXPORT, HEAD, true);
        console.awaitState(id, "REVIEWING");
        run.judges(EXPORT, change, HEAD, ReviewRole.TEST_QUALITY, Verdict.APPROVE, "Good tests");
        run.decides(EXPORT, change, ReleaseOutcome.APPROVED, "ALL_GOOD", "Everyone agrees");
        run.merges(EXPORT, change, HEAD);

        JsonNode detail = console.await(
                "/api/v1/runs/" + id,
                node -> node.at("/stories/0/state").asText().equals("MERGED"));
        assertThat(detail.at("/stories/0/commit").asText()).isEqualTo(HEAD);
        assertThat(detail.at("/stories/0/changes/0/attempts")).hasSize(2);
        assertThat(detail.at("/stories/0/changes/0/reviews/0/evidence/failToPass/outcome")
                        .asText())
                .isEqualTo("PROVEN");
        assertThat(detail.at("/stories/0/changes/0/decision/reasons/0/code").asText())
                .isEqualTo("ALL_GOOD");
        assertThat(detail.at("/plan/decision/decidedBy/id").asText()).isEqualTo("ann");
        assertThat(detail.path("timeline")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(RunningConsole.json(console.get("/api/v1/changes/" + change))
                        .path("outcome")
                        .asText())
                .isEqualTo("READY");
        assertThat(console.get("/runs/" + id).body())
                .contains("Export the list")
                .contains("Good tests");
    }

    @Test
    void theSecondDecisionAboutAPlanIsAConflict() {
        String id = console.submit("Decided " + UUID.randomUUID());
        new SampleRun(events.publisher(), id, "/tmp/repository").plan(1, "ann", EXPORT);
        console.awaitState(id, "WAITING_FOR_APPROVAL");

        assertThat(decide(id, 2, "APPROVED").statusCode()).isEqualTo(409);
        assertThat(decide(id, 1, "REJECTED", "X-Sluice-User", "bob").statusCode())
                .isEqualTo(202);
        HttpResponse<String> late = decide(id, 1, "APPROVED");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("application/problem+json"));
        console.awaitState(id, "REJECTED");
        assertThat(RunningConsole.json(decide(id, 1, "APPROVED")).path("detail").asText())
                .contains("REJECTED by bob");
        assertThat(events.on(Topics.PLAN_DECIDED, id)).hasSize(1);
    }

    @Test
    void twoPeopleWhoDecideAtOnceAreOneDecision() {
        String id = console.submit("Raced " + UUID.randomUUID());
        new SampleRun(events.publisher(), id, "/tmp/repository").plan(1, "ann", EXPORT);
        console.awaitState(id, "WAITING_FOR_APPROVAL");
        var approve = CompletableFuture.supplyAsync(() -> decide(id, 1, "APPROVED"));
        var reject = CompletableFuture.supplyAsync(() -> decide(id, 1, "REJECTED", "X-Sluice-User", "bob"));

        assertThat(new int[] {approve.join().statusCode(), reject.join().statusCode()})
                .containsExactlyInAnyOrder(202, 409);
        assertThat(events.awaitCount(Topics.PLAN_DECIDED, id, 1)).hasSize(1);
    }

    @Test
    void anOpenQuestionIsAnsweredOnceWithOneAnswerForEachQuestion() {
        String id = console.submit("Asked " + UUID.randomUUID());
        String question = UUID.randomUUID().toString();
        new SampleRun(events.publisher(), id, "/tmp/repository").asks(question, "Which format?");
        console.awaitState(id, "CLARIFICATION");
        String path = "/api/v1/clarifications/" + question + "/answer";

        assertThat(console.post(path, "{\"answers\":[\"CSV\",\"JSON\"]}").statusCode())
                .isEqualTo(400);
        assertThat(console.post(path, "{\"answers\":[\"CSV\"]}").statusCode()).isEqualTo(202);
        assertThat(console.post(path, "{\"answers\":[\"JSON\"]}").statusCode()).isEqualTo(409);
        JsonNode planning = console.awaitState(id, "PLANNING");
        assertThat(planning.at("/clarifications/0/answers/0").asText()).isEqualTo("CSV");
        assertThat(console.post("/api/v1/clarifications/none/answer", "{\"answers\":[\"x\"]}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anOutsideChangeIsOfferedOnceAndJudgedByPeople() {
        String body = """
                {"repository":{"url":"/tmp/%s"},"baseSha":"%s","headSha":"%s","branch":"feature/x",
                 "story":{"title":"Faster","description":"Make it faster"}}
                """.formatted(UUID.randomUUID(), "b".repeat(40), HEAD);
        HttpResponse<String> offered = console.post("/api/v1/changes", body);
        assertThat(offered.statusCode()).isEqualTo(201);
        assertThat(console.post("/api/v1/changes", body).statusCode()).isEqualTo(200);
        JsonNode reply = RunningConsole.json(offered);
        String change = reply.path("changeId").asText();
        JsonNode run = console.awaitState(reply.path("runId").asText(), "REVIEWING");
        assertThat(run.path("kind").asText()).isEqualTo("CHANGE");
        assertThat(run.path("title").asText()).isEqualTo("Faster");

        String verdicts = "/api/v1/changes/" + change + "/verdicts";
        String approve = "{\"verdict\":\"APPROVE\",\"summary\":\"Read it all\"}";
        assertThat(console.post(verdicts, approve, "X-Sluice-User", "bob").statusCode())
                .isEqualTo(202);
        assertThat(console.post(verdicts, approve.replace("APPROVE", "BLOCK"), "X-Sluice-User", "bob")
                        .statusCode())
                .isEqualTo(409);
        var human = events.await(Topics.REVIEW_COMPLETED, change).event();
        assertThat(human.getRole()).isEqualTo(ReviewRole.HUMAN);
        assertThat(human.getHeadSha()).isEqualTo(HEAD);
        console.await("/api/v1/changes/" + change, c -> c.path("reviews").size() == 1);
    }

    @Test
    void whatPeopleDecideEndsInAnIntactAuditChain() {
        assertThat(console.post("/api/v1/control", "{\"scope\":\"merges\",\"state\":\"PAUSED\"}")
                        .statusCode())
                .isEqualTo(400);
        String pause = "{\"scope\":\"merges\",\"state\":\"PAUSED\",\"reason\":\"Release week %s\"}";
        assertThat(console.post("/api/v1/control", pause.formatted(1)).statusCode())
                .isEqualTo(202);
        assertThat(console.post("/api/v1/control", pause.formatted(2)).statusCode())
                .isEqualTo(202);
        assertThat(console.post("/api/v1/control", "{\"scope\":\"merges\",\"state\":\"RUNNING\"}")
                        .statusCode())
                .isEqualTo(202);

        JsonNode audit = console.await(
                "/api/v1/audit",
                a -> a.toString().contains("Release week 1") && a.toString().contains("to running"));
        assertThat(audit.at("/items/0/writer").asText()).isEqualTo("console-service");
        JsonNode verified = RunningConsole.json(console.get("/api/v1/audit/verification"));
        assertThat(verified.path("intact").asBoolean()).as(verified.toString()).isTrue();
        assertThat(console.get("/api/v1/control").body()).contains("\"RUNNING\"");
    }

    private HttpResponse<String> decide(String id, int revision, String verdict, String... headers) {
        return console.post(
                "/api/v1/requirements/" + id + "/plan/decision",
                "{\"planRevision\":" + revision + ",\"verdict\":\"" + verdict + "\",\"reason\":\"so\"}",
                headers);
    }
}
