package dev.sluice.reviewer.config;

import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.models.ModelGateway;
import dev.sluice.reviewer.adapter.kafka.CodeGeneratedListener;
import dev.sluice.reviewer.adapter.kafka.KafkaVerdicts;
import dev.sluice.reviewer.adapter.model.ModelJudge;
import dev.sluice.reviewer.adapter.workspace.GitChangeReader;
import dev.sluice.reviewer.adapter.workspace.SandboxProver;
import dev.sluice.reviewer.application.ChangeReader;
import dev.sluice.reviewer.application.Judge;
import dev.sluice.reviewer.application.Prover;
import dev.sluice.reviewer.application.ReviewChange;
import dev.sluice.reviewer.application.Verdicts;
import dev.sluice.reviewer.domain.Role;
import dev.sluice.workspace.git.Repositories;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The beans of the service. A {@link ChangeReader}, {@link Prover} or {@link Judge} of somebody else takes the place of ours. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReviewerSettings.class, WorkspaceSettings.class})
public class ReviewerConfiguration {

    @Bean
    @Lazy
    Repositories repositories(WorkspaceSettings workspace) {
        return new Repositories(workspace.directory(), workspace.tokens());
    }

    @Bean
    @ConditionalOnMissingBean
    ChangeReader changeReader(Repositories repositories, ReviewerSettings settings) {
        return new GitChangeReader(repositories, settings.diffCharacters());
    }

    @Bean
    @ConditionalOnMissingBean
    Prover prover(Repositories repositories, Journal journal, WorkspaceSettings workspace) {
        return new SandboxProver(repositories, journal, workspace.limits(), workspace.testsAtOnce());
    }

    @Bean
    @ConditionalOnMissingBean
    Judge judge(ModelGateway gateway) {
        return new ModelJudge(gateway);
    }

    @Bean
    Verdicts verdicts(EventPublisher publisher, Journal journal) {
        return new KafkaVerdicts(publisher, journal);
    }

    @Bean
    ReviewChange reviewChange(ChangeReader reader, Prover prover, Judge judge, Verdicts verdicts) {
        return new ReviewChange(reader, prover, judge, verdicts, Clock.systemUTC());
    }

    @Bean
    CodeGeneratedListener storyAlignment(ReviewChange reviewChange, ReviewerSettings settings) {
        return new CodeGeneratedListener(Role.STORY_ALIGNMENT, reviewChange, settings.parallel());
    }

    @Bean
    CodeGeneratedListener testQuality(ReviewChange reviewChange, ReviewerSettings settings) {
        return new CodeGeneratedListener(Role.TEST_QUALITY, reviewChange, settings.parallel());
    }

    @Bean
    CodeGeneratedListener architecture(ReviewChange reviewChange, ReviewerSettings settings) {
        return new CodeGeneratedListener(Role.ARCHITECTURE, reviewChange, settings.parallel());
    }

    @Bean
    CodeGeneratedListener policy(ReviewChange reviewChange, ReviewerSettings settings) {
        return new CodeGeneratedListener(Role.POLICY, reviewChange, settings.parallel());
    }
}
