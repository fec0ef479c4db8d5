package dev.sluice.reviewer;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.Journal;
import dev.sluice.models.config.ModelGateways;
import dev.sluice.models.config.ModelsProperties;
import dev.sluice.models.gateway.ClosableGateway;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.reviewer.adapter.kafka.CodeGeneratedListener;
import dev.sluice.reviewer.adapter.kafka.KafkaVerdicts;
import dev.sluice.reviewer.adapter.model.ModelJudge;
import dev.sluice.reviewer.adapter.workspace.GitChangeReader;
import dev.sluice.reviewer.adapter.workspace.SandboxProver;
import dev.sluice.reviewer.application.ReviewChange;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.testing.fakes.FixedControl;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.sandbox.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One instance of the reviewers on real git, a real sandbox and a real model gateway, without brokers. */
final class Reviewers implements AutoCloseable {

    private final ClosableGateway gateway;
    private final RecordingEventPublisher publisher;
    private final ReviewChange reviewChange;

    Reviewers(Path workspace, String modelUrl, Journal journal, RecordingEventPublisher publisher) {
        this.publisher = publisher;
        ModelsProperties models = new ModelsProperties(
                Map.of("scripted", new ProviderSettings(ProviderSettings.Type.OPENAI, modelUrl, "key", null, null)),
                new ModelsProperties.Routes(
                        null,
                        null,
                        null,
                        null,
                        List.of("scripted/story-alignment"),
                        List.of("scripted/test-quality"),
                        List.of("scripted/architecture")),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                2,
                8);
        gateway = ModelGateways.create(models, "reviewer-service", journal, publisher, new FixedControl());
        Repositories repositories = new Repositories(workspace);
        reviewChange = new ReviewChange(
                new GitChangeReader(repositories, 20_000),
                new SandboxProver(repositories, journal, Limits.defaults().withTime(Duration.ofMinutes(1)), 2),
                new ModelJudge(gateway),
                new KafkaVerdicts(publisher, journal),
                Clock.systemUTC());
    }

    ReviewCompleted review(Role role, CodeGenerated change) {
        deliver(role, change);
        return publisher.events(Topics.REVIEW_COMPLETED).getLast();
    }

    void deliver(Role role, CodeGenerated change) {
        Delivery delivery = Patches.delivery("e-" + change.getChangeId());
        new CodeGeneratedListener(role, reviewChange, 4).on(change, delivery);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
