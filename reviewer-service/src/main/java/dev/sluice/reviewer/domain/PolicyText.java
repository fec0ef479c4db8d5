package dev.sluice.reviewer.domain;

import org.jspecify.annotations.Nullable;

/**
 * The policy as it stands at the base.
 *
 * @param hash SHA-256 of the content, hex
 * @param content empty when the repository has none
 * @param problem what is wrong with it and what to do, null when it can be read
 */
public record PolicyText(
        String hash,
        String content,
        String sourceSha,
        @Nullable String problem) {}
