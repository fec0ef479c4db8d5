package dev.sluice.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.planner.adapter.kafka.Events;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.Answer;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The planner on real Kafka, registry and Redis, with a scripted model behind real HTTP. */
class PlannerIT {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String PLAN = """
            {"stories":[{"key":"A","title":"Add it","description":"d","acceptanceCriteria":["c"],"dependsOn":[],"confidence":0.9},
            {"key":"B","title":"Use it","description":"d","acceptanceCriteria":["c"],"dependsOn":["A"],"confidence":0.8}],
            "assumptions":["a"],"openQuestions":[]}
            """;

    @TempDir
    private static Path state;

    private static ScriptedModelServer model;
    private static TestEvents events;
    private static ConfigurableApplicationContext planner;

    @BeforeAll
    static void start() {
        model = ScriptedModelServer.start();
        events = TestEvents.open();
        planner = new SpringApplicationBuilder(PlannerApplication.class)
                .properties("spring.config.name=planner-service")
                .run(arguments(model, state));
    }

    @AfterAll
    static void stop() {
        planner.close();
        events.close();
        model.close();
    }

    static String[] arguments(ScriptedModelServer model, Path state) {
        return RealParts.running()
                .arguments(
                        "--server.port=0",
                        "--sluice.streams.directory=" + state,
                        "--sluice.models.providers.scripted.type=openai",
                        "--sluice.models.providers.scripted.base-url=" + model.baseUrl(),
                        "--sluice.models.providers.scripted.api-key=none",
                        "--sluice.models.routes.planner=scripted/planner-model");
    }

    @Test
    void aRequirementSubmittedTwiceIsPlannedOnce() {
        model.containing("members of the twice club").answers(PLAN);
        String text = "Ten percent off for members of the twice club.";

        submit("twice", RequirementKind.EPIC, text, "first");
        Received<PlanProposed> plan = events.await(Topics.PLAN_PROPOSED, "twice");
        submit("twice", RequirementKind.EPIC, text, "first");
        submit("twice", RequirementKind.EPIC, text, "second");
        submit("twice-after", RequirementKind.STORY, "Whatever comes after.", "after");
        events.await(Topics.PLAN_PROPOSED, "twice-after");

        assertThat(events.on(Topics.PLAN_WANTED, "twice")).hasSize(1);
        assertThat(events.on(Topics.PLAN_PROPOSED, "twice")).hasSize(1);
        assertThat(model.asked("planner-model"))
                .filteredOn(asked -> asked.text().contains("twice club"))
                .hasSize(1);
        assertThat(plan.event().getOutcome()).isEqualTo(PlanOutcome.PROPOSED);
        assertThat(plan.event().getApproval()).isEqualTo(PlanApproval.REQUIRED);
        assertThat(plan.event().getModel()).contains("planner-model");
        assertThat(plan.delivery().correlationId()).isEqualTo("twice");
        assertThat(plan.headers().get("traceparent")).startsWith(TRACE.substring(0, 36));
    }

    @Test
    void storiesGoInDependencyOrderEachOnce() {
        model.containing("ordered dependencies").answers(PLAN);
        submit("ordered", RequirementKind.EPIC, "Something that needs ordered dependencies.", "1");
        events.await(Topics.PLAN_PROPOSED, "ordered");

        publish(Topics.PLAN_DECIDED, Events.decided("ordered", 1, PlanVerdict.APPROVED), "decision");
        Received<StoryPlanned> first = events.await(Topics.STORY_PLANNED, "ordered/A");
        assertThat(events.on(Topics.STORY_PLANNED, "ordered/B")).isEmpty();
        publish(Topics.CHANGE_MERGED, Events.merged("ordered", "ordered/A"), "merge");
        publish(Topics.CHANGE_MERGED, Events.merged("ordered", "ordered/A"), "merge");
        events.await(Topics.STORY_PLANNED, "ordered/B");

        assertThat(events.on(Topics.STORY_PLANNED, "ordered/A")).hasSize(1);
        assertThat(events.on(Topics.STORY_PLANNED, "ordered/B")).hasSize(1);
        assertThat(first.event().getApprovedBy()).isNotNull();
        assertThat(first.headers().get("traceparent")).startsWith(TRACE.substring(0, 36));
    }

    @Test
    void anEmptyStoryIsAskedAboutAndGoesWithTheAnswer() {
        submit("empty", RequirementKind.STORY, " ", "1");
        var asked = events.await(Topics.CLARIFICATION_REQUESTED, "empty").event();
        assertThat(asked.getSubjectKind()).isEqualTo(SubjectKind.REQUIREMENT);
        assertThat(asked.getQuestions()).hasSize(1);

        publish(Topics.CLARIFICATION_ANSWERED, Events.answered(asked, "Prices show two decimal places."), "answer");

        assertThat(events.await(Topics.PLAN_PROPOSED, "empty").event().getApproval())
                .isEqualTo(PlanApproval.NOT_NEEDED);
        StoryPlanned story = events.await(Topics.STORY_PLANNED, "empty/S1").event();
        assertThat(story.getClarifications()).singleElement().asString().contains("Prices show two decimal places.");
        assertThat(story.getApprovedBy()).isNull();
    }

    @Test
    void aModelThatTalksGarbageGivesAFailedPlanAndRegeneratingPlansAgain() {
        model.containing("Please use fewer words").answers(PLAN);
        model.containing("garbage collection").answers("I would rather write a poem.");
        submit("garbage", RequirementKind.EPIC, "We want garbage collection for old orders.", "1");

        PlanProposed failed = events.await(Topics.PLAN_PROPOSED, "garbage").event();
        assertThat(failed.getOutcome()).isEqualTo(PlanOutcome.FAILED);
        assertThat(failed.getFailure()).contains("not a plan", "REGENERATE");

        var again = Events.decided("garbage", 1, PlanVerdict.REGENERATE);
        again.setReason("Please use fewer words");
        publish(Topics.PLAN_DECIDED, again, "again");
        PlanProposed second = events.await(Topics.PLAN_PROPOSED, "garbage", plan -> plan.getRevision() == 2)
                .event();
        assertThat(second.getOutcome()).isEqualTo(PlanOutcome.PROPOSED);
        assertThat(second.getStories()).hasSize(2);
    }

    @Test
    void aModelThatIsDownGivesAFailedPlanThatSaysSo() {
        model.containing("when nobody is there").answers(Answer.status(500));
        submit("down", RequirementKind.EPIC, "Do something useful when nobody is there.", "1");

        PlanProposed failed = events.await(Topics.PLAN_PROPOSED, "down").event();

        assertThat(failed.getOutcome()).isEqualTo(PlanOutcome.FAILED);
        assertThat(failed.getFailure()).contains("No model answered");
    }

    @Test
    void poisonOnEveryConsumedTopicGoesToTheDeadLettersAndTheServiceGoesOn() {
        List<Topic<?>> consumed = List.of(
                Topics.REQUIREMENT_SUBMITTED,
                Topics.PLAN_WANTED,
                Topics.PLAN_PROPOSED,
                Topics.PLAN_DECIDED,
                Topics.CLARIFICATION_REQUESTED,
                Topics.CLARIFICATION_ANSWERED,
                Topics.CHANGE_MERGED);
        List<byte[]> poisons =
                List.of("poison".getBytes(StandardCharsets.UTF_8), new byte[] {0, 0, 0, 99, 99, 1, 2}, new byte[] {0});
        for (Topic<?> topic : consumed) {
            poisons.forEach(poison -> events.publishBytes(topic.name(), "poisoned", poison));
        }

        submit("poisoned", RequirementKind.STORY, "It goes on after poison.", "1");

        events.await(Topics.STORY_PLANNED, "poisoned/S1");
        for (Topic<?> topic : consumed) {
            Awaitility.await(topic.deadLetters())
                    .atMost(TestEvents.PATIENCE)
                    .untilAsserted(() -> assertThat(events.deadLetters(topic)).containsAll(poisons));
        }
    }

    private static void submit(String id, RequirementKind kind, String text, String name) {
        publish(Topics.REQUIREMENT_SUBMITTED, Events.submitted(id, kind, text), name);
    }

    private static <T extends SpecificRecord> void publish(Topic<T> topic, T event, String name) {
        String id = EventIdentity.derive(topic.keyOf(event), topic.name() + name);
        events.publish(topic, event, new EventIdentity(id, null, topic.keyOf(event), TRACE));
    }
}
