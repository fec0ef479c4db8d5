package dev.sluice.developer;

import dev.sluice.developer.adapter.kafka.KafkaChanges;
import dev.sluice.developer.adapter.kafka.MergeRefusedListener;
import dev.sluice.developer.adapter.kafka.StoryPlannedListener;
import dev.sluice.developer.adapter.model.ModelCoder;
import dev.sluice.developer.adapter.workspace.BenchSettings;
import dev.sluice.developer.adapter.workspace.GitWorkbench;
import dev.sluice.developer.application.DevelopStory;
import dev.sluice.developer.application.RebaseChange;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Journal;
import dev.sluice.models.config.ModelGateways;
import dev.sluice.models.config.ModelsProperties;
import dev.sluice.models.gateway.ClosableGateway;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.testing.fakes.FixedControl;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.sandbox.Limits;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One instance of the developer agent on real git, a real sandbox and a real model gateway, without brokers. */
public final class DeveloperAgent implements AutoCloseable {

    public final StoryPlannedListener stories;
    public final MergeRefusedListener refusals;
    private final ClosableGateway gateway;
    private final RecordingEventPublisher publisher;

    public DeveloperAgent(
            Path workspace, String modelUrl, Journal journal, RecordingEventPublisher publisher, Duration testTime) {
        this.publisher = publisher;
        ModelsProperties models = new ModelsProperties(
                Map.of("scripted", new ProviderSettings(ProviderSettings.Type.OPENAI, modelUrl, "key", null, null)),
                new ModelsProperties.Routes(
                        null, null, List.of("scripted/developer"), List.of("scripted/repair"), null, null, null),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                2,
                8);
        gateway = ModelGateways.create(models, "developer-agent-service", journal, publisher, new FixedControl());
        BenchSettings settings = new BenchSettings(
                Limits.defaults().withTime(testTime), 2, 20_000, Duration.ZERO, "Sluice", "sluice@example.invalid");
        Clock clock = Clock.systemUTC();
        GitWorkbench workbench = new GitWorkbench(new Repositories(workspace), journal, settings, clock);
        KafkaChanges changes = new KafkaChanges(publisher, journal, changeId -> logged(changeId), Duration.ofHours(24));
        stories = new StoryPlannedListener(new DevelopStory(workbench, new ModelCoder(gateway), changes, clock), 4);
        refusals = new MergeRefusedListener(new RebaseChange(workbench, changes, clock, 5), 4);
    }

    private Optional<CodeGenerated> logged(String changeId) {
        return publisher.events(Topics.CODE_GENERATED).stream()
                .filter(event -> event.getChangeId().equals(changeId))
                .findFirst();
    }

    @Override
    public void close() {
        gateway.close();
    }
}
