package dev.sluice.console.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Links audit entries of one writer. The hash is SHA-256 over each field in the order of {@link AuditEntry} without the
 * hash, as UTF-8, each preceded by its length in bytes and a colon; time as milliseconds of the epoch.
 */
public final class AuditChain {

    private AuditChain() {}

    public static AuditEntry link(
            String writer,
            long sequence,
            String previousHash,
            String subject,
            String actor,
            String action,
            String detail,
            Instant at) {
        String hash = hash(writer, sequence, subject, actor, action, detail, previousHash, at);
        return new AuditEntry(writer, sequence, subject, actor, action, detail, previousHash, hash, at);
    }

    /** What is wrong with one writer's entries in the order of their sequence: edits, gaps and forks. Empty when intact. */
    public static List<String> problems(List<AuditEntry> entries) {
        List<String> problems = new ArrayList<>();
        long expected = 1;
        String previous = "";
        for (AuditEntry entry : entries) {
            String name = entry.writer() + " entry " + entry.sequence();
            if (entry.sequence() != expected) {
                problems.add(name + ": expected sequence " + expected + ", so an entry is missing or doubled");
            } else if (!entry.previousHash().equals(previous)) {
                problems.add(name + ": does not follow from the entry before it");
            }
            if (!entry.hash().equals(rehash(entry))) {
                problems.add(name + ": its content does not match its hash");
            }
            expected = entry.sequence() + 1;
            previous = entry.hash();
        }
        return problems;
    }

    private static String rehash(AuditEntry e) {
        return hash(
                e.writer(),
                e.sequence(),
                e.subject(),
                e.actor(),
                e.action(),
                e.detail(),
                e.previousHash(),
                e.recordedAt());
    }

    private static String hash(
            String writer,
            long sequence,
            String subject,
            String actor,
            String action,
            String detail,
            String previousHash,
            Instant at) {
        return Digests.sha256(
                writer,
                Long.toString(sequence),
                subject,
                actor,
                action,
                detail,
                previousHash,
                Long.toString(at.toEpochMilli()));
    }
}
