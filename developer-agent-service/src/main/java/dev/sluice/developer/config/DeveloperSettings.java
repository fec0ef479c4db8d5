package dev.sluice.developer.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service works.
 *
 * @param parallel stories in work at once
 * @param rebases how often one change is moved onto a newer base before people have to look
 * @param contextCharacters how much of a repository a model is shown
 * @param patience how long an unreachable repository is tried again
 * @param questionsExpireAfter how long a question may stay unanswered
 */
@ConfigurationProperties("sluice.developer")
public record DeveloperSettings(
        @DefaultValue("16") int parallel,
        @DefaultValue("5") int rebases,
        @DefaultValue("60000") int contextCharacters,
        @DefaultValue("2m") Duration patience,
        @DefaultValue("24h") Duration questionsExpireAfter,
        @DefaultValue("Sluice developer agent") String authorName,
        @DefaultValue("developer-agent@sluice.invalid") String authorEmail) {}
