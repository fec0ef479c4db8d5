package dev.sluice.console.domain;

import java.time.Instant;

/** One link of a writer's audit chain; {@code hash} covers everything else, {@code previousHash} included. */
public record AuditEntry(
        String writer,
        long sequence,
        String subject,
        String actor,
        String action,
        String detail,
        String previousHash,
        String hash,
        Instant recordedAt) {}
