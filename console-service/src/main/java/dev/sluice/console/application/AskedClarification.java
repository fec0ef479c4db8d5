package dev.sluice.console.application;

import java.time.Instant;

/**
 * A question that was asked.
 *
 * @param state OPEN, ANSWERED or EXPIRED
 */
public record AskedClarification(
        String clarificationId,
        String subjectId,
        String subjectKind,
        String requirementId,
        int questions,
        String state,
        Instant expiresAt) {}
