package dev.sluice.reviewer.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service works.
 *
 * @param parallel changes in work at once, in each role
 * @param diffCharacters how much of a diff a model is shown
 */
@ConfigurationProperties("sluice.reviewer")
public record ReviewerSettings(
        @DefaultValue("16") int parallel,
        @DefaultValue("100000") int diffCharacters) {}
