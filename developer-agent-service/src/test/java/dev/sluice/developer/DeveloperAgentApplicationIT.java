package dev.sluice.developer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is deployed, on a real broker, registry and Redis. */
class DeveloperAgentApplicationIT {

    @TempDir
    Path directory;

    @Test
    void turnsAPlannedStoryIntoOneChangeAlsoWhenItIsDeliveredTwiceAndAfterPoison() {
        Upstream upstream = Upstream.withProject(directory);
        try (ScriptedModelServer model = ScriptedModelServer.start();
                TestEvents events = TestEvents.open();
                ConfigurableApplicationContext service = start(model)) {
            model.forModel("developer").answers(Replies.GOOD);
            events.publishBytes(Topics.STORY_PLANNED.name(), "poison", "poison".getBytes(StandardCharsets.UTF_8));
            StoryPlanned story = Planned.event(Assignments.of(upstream.url()));
            EventIdentity identity = EventIdentity.first("it/" + upstream.url(), "r-1");
            events.publish(Topics.STORY_PLANNED, story, identity);
            String changeId = changeOf(events);
            events.publish(Topics.STORY_PLANNED, story, identity);
            StoryPlanned next = StoryPlanned.newBuilder(story).setRevision(2).build();
            events.publish(Topics.STORY_PLANNED, next, EventIdentity.first("it/2/" + upstream.url(), "r-1"));

            Awaitility.await()
                    .atMost(TestEvents.PATIENCE)
                    .untilAsserted(() -> assertThat(events.on(Topics.CODE_GENERATED))
                            .extracting(received -> received.delivery().eventId())
                            .contains(EventIdentity.derive(
                                    EventIdentity.derive("sluice", "it/2/" + upstream.url()), "code-generated")));
            assertThat(events.on(Topics.CODE_GENERATED))
                    .filteredOn(received -> received.delivery()
                            .eventId()
                            .equals(EventIdentity.derive(identity.eventId(), "code-generated")))
                    .hasSize(1);
            Received<CodeGenerated> change = events.await(Topics.CODE_GENERATED, changeId);
            assertThat(change.event().getOutcome()).isEqualTo(CodeOutcome.READY);
            assertThat(change.headers()).containsEntry("ce_source", "/sluice/developer-agent-service");
            assertThat(model.asked()).hasSize(2);
            assertThat(events.deadLetters(Topics.STORY_PLANNED)).isNotEmpty();
            assertThat(service.isActive()).isTrue();
        }
    }

    private static String changeOf(TestEvents events) {
        Awaitility.await()
                .atMost(TestEvents.PATIENCE)
                .until(() -> !events.on(Topics.CODE_GENERATED).isEmpty());
        return events.on(Topics.CODE_GENERATED).getFirst().key();
    }

    private ConfigurableApplicationContext start(ScriptedModelServer model) {
        return new SpringApplicationBuilder(DeveloperAgentApplication.class)
                .properties("spring.config.name=" + DeveloperAgentApplication.NAME)
                .run(RealParts.running()
                        .arguments(
                                "--server.port=0",
                                "--sluice.workspace.directory=" + directory.resolve("workspace"),
                                "--sluice.models.providers.scripted.type=openai",
                                "--sluice.models.providers.scripted.base-url=" + model.baseUrl(),
                                "--sluice.models.routes.developer=scripted/developer"));
    }
}
