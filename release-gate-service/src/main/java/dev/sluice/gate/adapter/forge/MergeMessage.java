package dev.sluice.gate.adapter.forge;

import dev.sluice.gate.application.MergeOrder;
import dev.sluice.workspace.git.CommitMeta;

/** The merge commit's words. They follow from the order alone; the trailers are what later releases are counted by. */
final class MergeMessage {

    private MergeMessage() {}

    static CommitMeta of(MergeOrder order) {
        String message = """
                Merge story %s

                Every required verdict approved %s
                on %s.

                Sluice-Story: %s
                Sluice-Change: %s
                Sluice-Requirement: %s
                """.formatted(
                        line(order.storyId()),
                        order.headSha(),
                        order.baseSha(),
                        line(order.storyId()),
                        line(order.changeId()),
                        line(order.requirementId()));
        return new CommitMeta("Sluice release gate", "release-gate@sluice.dev", order.decidedAt(), message);
    }

    /** Ids come from outside: none may add a line, and so a trailer, of its own. */
    private static String line(String id) {
        String clean = id.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }
}
