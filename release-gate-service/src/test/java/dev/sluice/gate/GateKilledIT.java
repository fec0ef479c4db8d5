package dev.sluice.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.gate.adapter.kafka.Events;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed between two verdicts and comes back on another disk. */
class GateKilledIT {

    private static final List<String> CHANGES =
            IntStream.range(0, 20).mapToObj(i -> "killed-" + i).toList();
    private static final String ALONE = "killed-without-verdicts";

    @TempDir
    static Path directory;

    private static TestEvents events;
    private static GateProcess second;

    @BeforeAll
    static void killAndStartElsewhere() {
        events = TestEvents.open();
        try (GateProcess first = new GateProcess(directory.resolve("first"), directory.resolve("first.log"))) {
            ReviewCompleted policy = Events.verdict(ALONE, ReviewRole.POLICY);
            policy.setPolicy(Events.policy("verdictDeadlineMinutes: 1\n", Events.BASE));
            change(ALONE);
            verdict(policy);
            CHANGES.forEach(id -> {
                change(id);
                Events.verdicts(id).limit(2).forEach(GateKilledIT::verdict);
            });
            awaitMarker("marker-1");
        }
        CHANGES.forEach(id -> Events.verdicts(id).skip(2).forEach(GateKilledIT::verdict));
        second = new GateProcess(directory.resolve("second"), directory.resolve("second.log"));
    }

    @AfterAll
    static void stop() {
        second.close();
        events.close();
    }

    @Test
    void decidesOnceAboutEveryChange() {
        await().atMost(Duration.ofSeconds(90)).until(() -> decided().size() == CHANGES.size());

        CHANGES.forEach(id -> Events.verdicts(id).forEach(GateKilledIT::verdict));
        CHANGES.forEach(GateKilledIT::change);
        awaitMarker("marker-2");

        assertThat(decided())
                .hasSize(CHANGES.size())
                .allSatisfy(
                        decision -> assertThat(decision.event().getOutcome()).isEqualTo(ReleaseOutcome.APPROVED))
                .extracting(Received::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void decidesAtTheDeadlineThatBeganBeforeItWasKilled() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(events.on(Topics.RELEASE_DECIDED, ALONE))
                        .singleElement()
                        .satisfies(decision -> {
                            assertThat(decision.event().getOutcome()).isEqualTo(ReleaseOutcome.SKIPPED);
                            assertThat(decision.event().getReasons())
                                    .extracting(Reason::getCode)
                                    .contains(
                                            "STORY_ALIGNMENT_MISSING", "TEST_QUALITY_MISSING", "ARCHITECTURE_MISSING");
                        }));
    }

    private static List<Received<ReleaseDecided>> decided() {
        return events.on(Topics.RELEASE_DECIDED).stream()
                .filter(decision -> CHANGES.contains(decision.key()))
                .toList();
    }

    private static void change(String id) {
        events.publish(Topics.CODE_GENERATED, Events.change(id, "/nowhere/" + id, Events.BASE, Events.HEAD), named(id));
    }

    private static void verdict(ReviewCompleted verdict) {
        events.publish(Topics.REVIEW_COMPLETED, verdict, named(verdict.getReviewId()));
    }

    private static void awaitMarker(String id) {
        events.publish(Topics.CODE_GENERATED, Events.failed(id, CodeOutcome.CONFLICT, null), named(id));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !events.on(Topics.RELEASE_DECIDED, id).isEmpty());
    }

    private static EventIdentity named(String name) {
        return EventIdentity.first(name, "r1");
    }
}
