package dev.sluice.developer;

import dev.sluice.developer.adapter.kafka.Planned;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository, a scripted model and one instance of the developer agent. */
abstract class DeveloperAgentFixture {
    static final Delivery CAUSE = Assignments.delivery("e-1");

    @TempDir
    Path directory;

    final ScriptedModelServer model = ScriptedModelServer.start();
    final InMemoryJournal journal = new InMemoryJournal();
    final RecordingEventPublisher publisher = new RecordingEventPublisher();
    Upstream upstream;
    DeveloperAgent agent;

    @BeforeEach
    void start() {
        upstream = Upstream.withProject(directory);
        agent = agent("workspace");
    }

    @AfterEach
    void stop() {
        agent.close();
        model.close();
    }

    Assignment assignment() {
        return Assignments.of(upstream.url());
    }

    CodeGenerated develop() {
        return develop(assignment(), CAUSE);
    }

    CodeGenerated develop(Assignment assignment, Delivery cause) {
        agent.stories.on(Planned.event(assignment), cause);
        return publisher.events(Topics.CODE_GENERATED).getLast();
    }

    DeveloperAgent agent(String workspace) {
        return new DeveloperAgent(
                directory.resolve(workspace), model.baseUrl(), journal, publisher, Duration.ofMinutes(1));
    }
}
