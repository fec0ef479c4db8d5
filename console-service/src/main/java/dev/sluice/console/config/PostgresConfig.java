package dev.sluice.console.config;

import dev.sluice.console.adapter.postgres.PostgresAuditQueue;
import dev.sluice.console.adapter.postgres.PostgresClaims;
import dev.sluice.console.adapter.postgres.PostgresDecisionFacts;
import dev.sluice.console.adapter.postgres.PostgresEventFeed;
import dev.sluice.console.adapter.postgres.PostgresOperations;
import dev.sluice.console.adapter.postgres.PostgresProjection;
import dev.sluice.console.adapter.postgres.PostgresRuns;
import dev.sluice.console.adapter.postgres.RunIndex;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection and what reads it. */
@Configuration(proxyBeanMethods = false)
class PostgresConfig {

    @Bean
    PostgresProjection projection(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, ConsoleSettings settings) {
        PostgresProjection projection =
                new PostgresProjection(jdbc, new TransactionTemplate(transactions), new RunIndex(jdbc));
        if (settings.rebuild()) {
            LoggerFactory.getLogger(PostgresConfig.class).info("The projection is dropped and read again from the log");
            projection.clear();
        }
        return projection;
    }

    @Bean
    PostgresClaims claims(JdbcTemplate jdbc) {
        return new PostgresClaims(jdbc);
    }

    @Bean
    PostgresDecisionFacts decisionFacts(JdbcTemplate jdbc) {
        return new PostgresDecisionFacts(jdbc);
    }

    @Bean
    PostgresRuns runs(JdbcTemplate jdbc) {
        return new PostgresRuns(jdbc);
    }

    @Bean
    PostgresOperations operations(JdbcTemplate jdbc) {
        return new PostgresOperations(jdbc);
    }

    @Bean
    PostgresEventFeed eventFeed(JdbcTemplate jdbc) {
        return new PostgresEventFeed(jdbc);
    }

    @Bean
    PostgresAuditQueue auditQueue(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new PostgresAuditQueue(jdbc, new TransactionTemplate(transactions));
    }
}
