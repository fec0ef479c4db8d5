package dev.sluice.console.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.console.application.Projection;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Story;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.testing.real.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The projection follows the log whatever happens to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionIT {

    private static final Story EXPORT = SampleRun.story("export", "Export the list");
    private static final String HEAD = "a".repeat(40);
    private static final List<String> TABLES = List.of(
            "event",
            "run",
            "requirement",
            "plan",
            "plan_decision",
            "story",
            "change",
            "review",
            "decision",
            "merge",
            "control",
            "audit");

    private RunningConsole console;
    private TestEvents events;

    @BeforeAll
    void start() {
        events = TestEvents.open();
        console = RunningConsole.start("--sluice.console.requester-may-approve=true");
    }

    @AfterAll
    void stop() {
        console.close();
        events.close();
    }

    @Test
    void goesOnFromItsStoredPositionsAfterARestart() {
        String id = console.submit("Restarted " + UUID.randomUUID());
        SampleRun run = new SampleRun(events.publisher(), id, "/tmp/repository");
        run.plan(1, "ann", EXPORT);
        console.awaitState(id, "WAITING_FOR_APPROVAL");
        console.stop();
        String change = run.writes(EXPORT, HEAD, false);
        run.merges(EXPORT, change, HEAD);
        console.restart();

        console.await(
                "/api/v1/runs/" + id, r -> r.at("/stories/0/state").asText().equals("MERGED"));
        assertThat(count("select count(*) from event where run_id = ?", id)).isEqualTo(4);
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        String id = console.submit("Doubled " + UUID.randomUUID());
        SampleRun run = new SampleRun(events.publisher(), id, "/tmp/repository");
        run.plan(1, "ann", EXPORT);
        run.plan(1, "mallory", EXPORT, SampleRun.story("more", "More"));
        run.starts(EXPORT);
        console.await("/api/v1/runs/" + id, r -> r.path("timeline").size() == 3);

        assertThat(count("select count(*) from event where run_id = ?", id)).isEqualTo(3);
        assertThat(count("select jsonb_array_length(stories) from plan where requirement_id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void topicsMayArriveInAnyOrder() {
        String id = "r-" + UUID.randomUUID();
        SampleRun run = new SampleRun(events.publisher(), id, "/tmp/repository");
        String change = run.writes(EXPORT, HEAD, false);
        run.merges(EXPORT, change, HEAD);
        console.await("/api/v1/runs/" + id, r -> r.path("timeline").size() == 2);
        run.decides(EXPORT, change, ReleaseOutcome.APPROVED, "OK", "fine");
        run.judges(EXPORT, change, HEAD, ReviewRole.POLICY, Verdict.APPROVE, "fine");
        run.starts(EXPORT);
        run.plan(1, "ann", EXPORT);

        var detail = console.await("/api/v1/runs/" + id, r -> r.path("timeline").size() == 6);
        assertThat(detail.at("/stories/0/state").asText()).isEqualTo("MERGED");
        assertThat(detail.at("/stories/0/changes/0/reviews")).hasSize(1);
    }

    @Test
    void aRebuildFromTheLogGivesEqualRows() {
        String id = console.submit("Rebuilt " + UUID.randomUUID());
        SampleRun run = new SampleRun(events.publisher(), id, "/tmp/repository");
        run.plan(1, "ann", EXPORT);
        console.awaitState(id, "WAITING_FOR_APPROVAL");
        console.post("/api/v1/requirements/" + id + "/plan/decision", "{\"planRevision\":1,\"verdict\":\"APPROVED\"}");
        String change = run.writes(EXPORT, HEAD, true);
        run.judges(EXPORT, change, HEAD, ReviewRole.TEST_QUALITY, Verdict.APPROVE, "fine");
        run.decides(EXPORT, change, ReleaseOutcome.APPROVED, "OK", "fine");
        run.merges(EXPORT, change, HEAD);
        console.awaitState(id, "MERGED");
        console.await("/api/v1/audit", a -> a.toString().contains(id));
        settle();
        Map<String, List<String>> before = rows();

        assertThat(console.post("/api/v1/projection/rebuild", "{}").statusCode())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows()).isEqualTo(before));
        console.restart("--sluice.console.rebuild=true");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows()).isEqualTo(before));
        assertThat(RunningConsole.json(console.get("/api/v1/audit/verification"))
                        .path("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void poisonBytesDoNotStopIt() {
        byte[] poison = {0, 1, 2, 3};
        events.publishBytes(Topics.REQUIREMENT_SUBMITTED.name(), "poison", poison);
        events.publishBytes(Topics.CODE_GENERATED.name(), "poison", new byte[0]);
        String id = console.submit("After poison " + UUID.randomUUID());

        console.awaitState(id, "SUBMITTED");
        assertThat(events.deadLetters(Topics.REQUIREMENT_SUBMITTED)).contains(poison);
    }

    @Test
    void aReaderOfDroppedRowsIsTurnedAway() {
        Projection projection = console.context().getBean(Projection.class);
        long stale = projection.epoch() - 1;

        assertThatThrownBy(() -> projection.append(stale, List.of(), List.of()))
                .isInstanceOf(Projection.StaleReader.class);
    }

    /** Waits until no audit entry is under way. */
    private void settle() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> count(
                                "select count(*) from audit_pending p where not exists (select 1 from event e"
                                        + " where e.topic = 'audit.recorded' and e.causation_id = p.cause_event_id) and ? <> ''",
                                "x")
                        == 0);
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    console.jdbc()
                            .queryForList(
                                    "select (to_jsonb(t) - 'seq' - 'ordinal')::text from " + table + " t order by 1",
                                    String.class));
        }
        return rows;
    }

    private int count(String sql, String id) {
        Integer found = console.jdbc().queryForObject(sql, Integer.class, id);
        return found == null ? -1 : found;
    }
}
