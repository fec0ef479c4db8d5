package dev.sluice.developer.config;

import dev.sluice.developer.DeveloperAgentApplication;
import dev.sluice.developer.adapter.kafka.EarlierChanges;
import dev.sluice.developer.adapter.kafka.KafkaChanges;
import dev.sluice.developer.adapter.kafka.LoggedChanges;
import dev.sluice.developer.adapter.kafka.MergeRefusedListener;
import dev.sluice.developer.adapter.kafka.StoryPlannedListener;
import dev.sluice.developer.adapter.model.ModelCoder;
import dev.sluice.developer.adapter.workspace.BenchSettings;
import dev.sluice.developer.adapter.workspace.GitWorkbench;
import dev.sluice.developer.application.Changes;
import dev.sluice.developer.application.Coder;
import dev.sluice.developer.application.DevelopStory;
import dev.sluice.developer.application.RebaseChange;
import dev.sluice.developer.application.Workbench;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.consuming.EventReader;
import dev.sluice.models.ModelGateway;
import dev.sluice.workspace.git.Repositories;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the service. A {@link Workbench} or {@link Coder} of somebody else takes the place of ours. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeveloperSettings.class, WorkspaceSettings.class})
public class DeveloperAgentConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    @ConditionalOnMissingBean
    Workbench workbench(DeveloperSettings settings, WorkspaceSettings workspace, Journal journal) {
        BenchSettings bench = new BenchSettings(
                workspace.limits(),
                workspace.testsAtOnce(),
                settings.contextCharacters(),
                settings.patience(),
                settings.authorName(),
                settings.authorEmail());
        return new GitWorkbench(new Repositories(workspace.directory(), workspace.tokens()), journal, bench, CLOCK);
    }

    @Bean
    @ConditionalOnMissingBean
    Coder coder(ModelGateway gateway) {
        return new ModelCoder(gateway);
    }

    @Bean
    EarlierChanges earlierChanges(MessagingSettings settings) {
        return new LoggedChanges(EventReader.open(settings, DeveloperAgentApplication.NAME));
    }

    @Bean
    Changes changes(EventPublisher publisher, Journal journal, EarlierChanges earlier, DeveloperSettings settings) {
        return new KafkaChanges(publisher, journal, earlier, settings.questionsExpireAfter());
    }

    @Bean
    StoryPlannedListener storyPlannedListener(
            Workbench workbench, Coder coder, Changes changes, DeveloperSettings settings) {
        return new StoryPlannedListener(new DevelopStory(workbench, coder, changes, CLOCK), settings.parallel());
    }

    @Bean
    MergeRefusedListener mergeRefusedListener(Workbench workbench, Changes changes, DeveloperSettings settings) {
        return new MergeRefusedListener(
                new RebaseChange(workbench, changes, CLOCK, settings.rebases()), settings.parallel());
    }
}
