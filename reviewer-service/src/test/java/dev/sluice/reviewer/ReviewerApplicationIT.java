package dev.sluice.reviewer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.reviewer.adapter.kafka.Generated;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.Received;
import dev.sluice.testing.real.TestEvents;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is deployed, on a real broker, registry and Redis. */
class ReviewerApplicationIT {

    @TempDir
    Path directory;

    @Test
    void everyRoleJudgesAChangeOnceAlsoAfterPoison() {
        Upstream upstream = Upstream.withProject(directory);
        String base = upstream.git("rev-parse", "main");
        String head = upstream.commitTo("change", "Change", Map.of("other.py", "x = 1\n"));
        try (ScriptedModelServer model = ScriptedModelServer.start();
                TestEvents events = TestEvents.open();
                ConfigurableApplicationContext service = start(model)) {
            model.otherwise()
                    .answers("{\"verdict\":\"approve\",\"risk\":\"low\",\"summary\":\"Fine.\",\"findings\":[]}");
            events.publishBytes(Topics.CODE_GENERATED.name(), "poison", "poison".getBytes(StandardCharsets.UTF_8));
            CodeGenerated change = Generated.event(upstream.url(), base, head);
            events.publish(Topics.CODE_GENERATED, change, EventIdentity.first("it/" + head, "r-1"));

            List<Received<ReviewCompleted>> reviews =
                    events.awaitCount(Topics.REVIEW_COMPLETED, change.getChangeId(), 4);
            assertThat(reviews)
                    .extracting(review -> review.event().getRole())
                    .containsExactlyInAnyOrder(
                            ReviewRole.STORY_ALIGNMENT,
                            ReviewRole.TEST_QUALITY,
                            ReviewRole.ARCHITECTURE,
                            ReviewRole.POLICY);
            assertThat(reviews)
                    .extracting(review -> review.event().getHeadSha())
                    .containsOnly(head);
            assertThat(model.asked()).hasSize(3);
            assertThat(events.deadLetters(Topics.CODE_GENERATED)).isNotEmpty();
            assertThat(service.isActive()).isTrue();
        }
    }

    private ConfigurableApplicationContext start(ScriptedModelServer model) {
        return new SpringApplicationBuilder(ReviewerApplication.class)
                .properties("spring.config.name=" + ReviewerApplication.NAME)
                .run(RealParts.running()
                        .arguments(
                                "--server.port=0",
                                "--sluice.workspace.directory=" + directory.resolve("workspace"),
                                "--sluice.models.providers.scripted.type=openai",
                                "--sluice.models.providers.scripted.base-url=" + model.baseUrl(),
                                "--sluice.models.routes.story-alignment=scripted/a",
                                "--sluice.models.routes.test-quality=scripted/b",
                                "--sluice.models.routes.architecture=scripted/c"));
    }
}
