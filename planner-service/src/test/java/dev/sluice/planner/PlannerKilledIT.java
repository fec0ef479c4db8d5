package dev.sluice.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.PlanVerdict;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.planner.adapter.kafka.Events;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The planner in a process of its own, killed without warning. */
class PlannerKilledIT {

    private static final String PLAN = """
            {"stories":[{"key":"A","title":"Add it","description":"d"},{"key":"B","title":"Use it","description":"d","dependsOn":["A"]}]}
            """;

    private final ScriptedModelServer model = ScriptedModelServer.start();
    private final TestEvents events = TestEvents.open();
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        events.close();
        model.close();
    }

    @Test
    void nothingIsLostOrDoubledWhenThePlannerDiesBetweenPlanAndDecisionAndItsDiskIsGone() throws Exception {
        model.otherwise().answers(Answer.text(PLAN));
        Process first = start("first");
        publishRequirement("killed");
        awaitOne(Topics.PLAN_PROPOSED, "killed");

        first.destroyForcibly().waitFor();
        decide("killed");
        publishRequirement("killed");
        start("second");
        awaitOne(Topics.STORY_PLANNED, "killed/A");

        Process second = processes.getLast();
        second.destroyForcibly().waitFor();
        events.publish(
                Topics.CHANGE_MERGED, Events.merged("killed", "killed/A"), EventIdentity.first("merge of A", "killed"));
        start("third");
        awaitOne(Topics.STORY_PLANNED, "killed/B");

        assertThat(events.on(Topics.PLAN_WANTED, "killed")).hasSize(1);
        assertThat(events.on(Topics.PLAN_PROPOSED, "killed"))
                .extracting(plan -> plan.delivery().eventId())
                .containsOnly(
                        events.await(Topics.PLAN_PROPOSED, "killed").delivery().eventId());
        assertThat(events.on(Topics.STORY_PLANNED, "killed/A")).hasSize(1);
        assertThat(events.on(Topics.STORY_PLANNED, "killed/B")).hasSize(1);
        assertThat(model.asked("planner-model")).hasSize(1);
    }

    /** A process starts, and takes over from one that is missed only when its session has run out. */
    private void awaitOne(Topic<?> topic, String key) {
        Awaitility.await(key + " on " + topic.name())
                .atMost(Duration.ofSeconds(150))
                .until(() -> !events.on(topic, key).isEmpty());
    }

    private void publishRequirement(String id) {
        events.publish(
                Topics.REQUIREMENT_SUBMITTED,
                Events.submitted(id, RequirementKind.EPIC, "Survive a planner that is killed."),
                EventIdentity.first("submission of " + id, id));
    }

    private void decide(String id) {
        events.publish(
                Topics.PLAN_DECIDED,
                Events.decided(id, 1, PlanVerdict.APPROVED),
                EventIdentity.first("decision about " + id, id));
    }

    private Process start(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dspring.config.name=planner-service",
                "-cp",
                System.getProperty("java.class.path"),
                PlannerApplication.class.getName()));
        command.addAll(List.of(PlannerIT.arguments(model, folder.resolve(name))));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "planner-" + name + ".log").toFile())
                .start();
        processes.add(process);
        return process;
    }
}
