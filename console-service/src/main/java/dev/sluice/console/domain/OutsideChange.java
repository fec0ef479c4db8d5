package dev.sluice.console.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An existing change that someone offers to the gate.
 *
 * @param branch branch that holds the head, null when only the commit is known
 * @param title title of the story it serves, null without one
 */
public record OutsideChange(
        Repository repository,
        String baseSha,
        String headSha,
        @Nullable String branch,
        @Nullable String title,
        String description,
        List<String> acceptanceCriteria,
        Party offeredBy) {

    public OutsideChange {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }

    /** Correlation of everything about it; equal for equal offers. Another base or story is another offer. */
    public String runId() {
        return "c-" + contentDigest().substring(0, 16);
    }

    public String storyId() {
        return runId() + "/change";
    }

    public String contentDigest() {
        return Digests.sha256(
                "outside",
                repository.url(),
                repository.baseBranch(),
                baseSha,
                headSha,
                branch == null ? "" : branch,
                title == null ? "" : title,
                description,
                Digests.sha256(acceptanceCriteria.toArray(String[]::new)));
    }
}
