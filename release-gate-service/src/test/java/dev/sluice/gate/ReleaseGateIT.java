package dev.sluice.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.Reason;
import dev.sluice.events.RefusalCause;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Verdict;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.gate.adapter.forge.TestRepository;
import dev.sluice.gate.adapter.kafka.Events;
import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import redis.clients.jedis.RedisClient;

/** The whole service on real brokers, a real registry, real Redis and real git. */
class ReleaseGateIT {

    @TempDir
    static Path directory;

    private static TestEvents events;
    private static ConfigurableApplicationContext service;

    @TempDir
    Path repositoryDirectory;

    @BeforeAll
    static void start() {
        events = TestEvents.open();
        service = new SpringApplicationBuilder(ReleaseGateApplication.class)
                .properties("spring.config.name=" + ReleaseGateApplication.CONFIG_NAME)
                .run(RealParts.running()
                        .arguments(
                                "--server.port=0",
                                "--sluice.gate.quiet=1s",
                                "--sluice.workspace.directory=" + directory.resolve("workspace"),
                                "--sluice.streams.directory=" + directory.resolve("streams")));
    }

    @AfterAll
    static void stop() {
        service.close();
        events.close();
    }

    @Test
    void mergesAnApprovedChangeAndSaysThatWhatLandedIsWhatWasEvaluated() {
        Candidate change = new Candidate(new TestRepository(repositoryDirectory), "happy");
        change.publishAll();

        ChangeMerged merged = events.await(Topics.CHANGE_MERGED, "happy").event();

        assertThat(merged.getMergeSha()).isEqualTo(change.repository.tip("main"));
        assertThat(merged.getLandedTree()).isEqualTo(change.tree);
        assertThat(merged.getAsEvaluated()).isTrue();
        assertThat(change.repository.ask("cat-file", "-p", "refs/sluice/status/" + change.head))
                .contains("sluice/tests\tsuccess", "sluice/policy\tsuccess", "sluice/release-gate\tsuccess");
        assertThat(events.on(Topics.RELEASE_DECIDED, "happy")).singleElement().satisfies(decision -> {
            assertThat(decision.event().getOutcome()).isEqualTo(ReleaseOutcome.APPROVED);
            assertThat(decision.headers()).containsEntry("ce_type", "dev.sluice.release.decided.v1");
            assertThat(decision.delivery().eventId())
                    .isEqualTo(EventIdentity.derive(id(change.event()), "release-decided"));
        });
    }

    @Test
    void leavesASkippedChangeToPeople() {
        Candidate change = new Candidate(new TestRepository(repositoryDirectory), "skipped");
        publish(Topics.CODE_GENERATED, change.event());
        change.verdicts().stream()
                .peek(v -> v.setVerdict(
                        v.getRole() == ReviewRole.ARCHITECTURE ? Verdict.REQUEST_CHANGES : Verdict.APPROVE))
                .forEach(v -> publish(Topics.REVIEW_COMPLETED, v));

        ReleaseDecided decided = events.await(Topics.RELEASE_DECIDED, "skipped").event();

        assertThat(decided.getOutcome()).isEqualTo(ReleaseOutcome.SKIPPED);
        assertThat(decided.getReasons()).extracting(Reason::getCode).containsExactly("ARCHITECTURE_CHANGES_REQUESTED");
        await().untilAsserted(
                        () -> assertThat(change.repository.ask("cat-file", "-p", "refs/sluice/status/" + change.head))
                                .contains("sluice/architecture\tfailure", "sluice/release-gate\tpending"));
        assertThat(change.repository.tip("main")).isEqualTo(change.base);
    }

    @Test
    void letsOneOfTwoRacingChangesMergeAndRefusesTheOther() {
        TestRepository repository = new TestRepository(repositoryDirectory);
        Candidate one = new Candidate(repository, "race-one");
        Candidate other = new Candidate(repository, "race-other");
        one.publishAll();
        other.publishAll();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            List<ChangeMerged> merged = events.on(Topics.CHANGE_MERGED).stream()
                    .filter(e -> e.key().startsWith("race-"))
                    .map(Received::event)
                    .toList();
            List<MergeRefused> refused = events.on(Topics.MERGE_REFUSED).stream()
                    .filter(e -> e.key().startsWith("race-"))
                    .map(Received::event)
                    .toList();
            assertThat(merged).hasSize(1);
            assertThat(refused).singleElement().satisfies(no -> {
                assertThat(no.getCause()).isEqualTo(RefusalCause.BASE_CHANGED);
                assertThat(no.getCurrentBaseSha()).isEqualTo(merged.getFirst().getMergeSha());
                assertThat(no.getBaseSha()).isEqualTo(one.base);
            });
        });
        assertThat(repository.ask("rev-list", "--count", "--merges", "main")).isEqualTo("1");
    }

    @Test
    void announcesTheSameMergeWhenTheDecisionIsDeliveredAgainAfterThePush() {
        Candidate change = new Candidate(new TestRepository(repositoryDirectory), "again");
        change.publishAll();
        Received<ChangeMerged> first = events.await(Topics.CHANGE_MERGED, "again");
        Received<ReleaseDecided> decision = events.await(Topics.RELEASE_DECIDED, "again");
        try (RedisClient redis =
                RedisClient.create(URI.create(RealParts.running().redisUrl()))) {
            redis.flushAll();
        }

        events.publish(
                Topics.RELEASE_DECIDED,
                decision.event(),
                new EventIdentity(
                        decision.delivery().eventId(), null, decision.delivery().correlationId(), null));

        List<Received<ChangeMerged>> both = events.awaitCount(Topics.CHANGE_MERGED, "again", 2);
        assertThat(both.getLast().delivery().eventId())
                .isEqualTo(first.delivery().eventId());
        assertThat(both.getLast().event().getMergeSha()).isEqualTo(first.event().getMergeSha());
        assertThat(change.repository.ask("rev-list", "--count", "--merges", "main"))
                .isEqualTo("1");
    }

    @Test
    void holdsTheMergeWhileMergesArePaused() {
        Candidate change = new Candidate(new TestRepository(repositoryDirectory), "held");
        control(ControlState.PAUSED);
        try {
            change.publishAll();
            events.await(Topics.RELEASE_DECIDED, "held");
            await().during(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(change.repository.tip("main")).isEqualTo(change.base));
        } finally {
            control(ControlState.RUNNING);
        }

        assertThat(events.await(Topics.CHANGE_MERGED, "held").event().getAsEvaluated())
                .isTrue();
    }

    @Test
    void putsPoisonAsideAndGoesOn() {
        byte[] poison = "not an event".getBytes(StandardCharsets.UTF_8);
        byte[] lies = {0, 0, 0, 0, 99, 1, 2, 3};
        for (Topic<?> topic : List.of(Topics.CODE_GENERATED, Topics.REVIEW_COMPLETED, Topics.RELEASE_DECIDED)) {
            events.publishBytes(topic.name(), "poisoned", poison);
            events.publishBytes(topic.name(), "poisoned", lies);
        }
        Candidate change = new Candidate(new TestRepository(repositoryDirectory), "poisoned");
        change.publishAll();

        assertThat(events.await(Topics.CHANGE_MERGED, "poisoned").event().getAsEvaluated())
                .isTrue();
        for (Topic<?> topic : List.of(Topics.CODE_GENERATED, Topics.REVIEW_COMPLETED, Topics.RELEASE_DECIDED)) {
            await().untilAsserted(() -> assertThat(events.deadLetters(topic)).contains(poison));
        }
    }

    @Test
    void isReadyWhileItsStreamsRun() {
        String port = Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port"));
        URI readiness = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().untilAsserted(() -> assertThat(
                            http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.ofString())
                                    .body())
                    .contains("\"status\":\"UP\""));
        }
    }

    private static void control(ControlState state) {
        publish(
                Topics.CONTROL_CHANGED,
                new ControlChanged(
                        "merges", state, "test", Map.of(), new Actor("noa", ActorKind.PERSON, null), Instant.now()));
        await().untilAsserted(() ->
                assertThat(service.getBean(Control.class).paused("merges")).isEqualTo(state == ControlState.PAUSED));
    }

    private static <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        events.publish(topic, event, new EventIdentity(id(event), null, "r1", null));
    }

    private static String id(SpecificRecord event) {
        return EventIdentity.derive("test", event.toString());
    }

    /** A change on a branch of a real repository, with the events that would get it released. */
    private static final class Candidate {

        private final TestRepository repository;
        private final String changeId;
        private final String base;
        private final String head;
        private final String tree;

        Candidate(TestRepository repository, String changeId) {
            this.repository = repository;
            this.changeId = changeId;
            this.base = repository.tip("main");
            this.head = repository.commit("sluice/" + changeId, Map.of("src/" + changeId + ".txt", changeId + "\n"));
            this.tree = repository.ask("rev-parse", head + "^{tree}");
        }

        CodeGenerated event() {
            return Events.change(changeId, repository.url(), base, head);
        }

        List<ReviewCompleted> verdicts() {
            return Events.verdicts(changeId)
                    .map(v -> Events.verdict(changeId, v.getRole(), Verdict.APPROVE, base, head, tree))
                    .toList();
        }

        void publishAll() {
            publish(Topics.CODE_GENERATED, event());
            verdicts().forEach(verdict -> publish(Topics.REVIEW_COMPLETED, verdict));
        }
    }
}
