package dev.sluice.console.application;

import dev.sluice.console.domain.Party;

/**
 * A person's verdict about one head of a change.
 *
 * @param verdict APPROVE, REQUEST_CHANGES or BLOCK
 * @param risk UNKNOWN, LOW, MEDIUM or HIGH
 */
public record HumanVerdict(
        String changeId,
        String storyId,
        String requirementId,
        String baseSha,
        String headSha,
        String verdict,
        String risk,
        String summary,
        Party reviewer) {}
