package dev.sluice.console.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A requirement as someone submits it.
 *
 * @param kind EPIC or STORY
 * @param source door it came through: CLI or REST
 * @param revision revision of the text at its source, from 1
 */
public record Submission(
        String kind,
        String title,
        String body,
        List<String> acceptanceCriteria,
        Repository repository,
        String source,
        @Nullable String externalId,
        int revision,
        Party requestedBy) {

    public Submission {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }

    /** Equal for equal submissions: of source, external id and revision where there is an external id, else of the content. */
    public String requirementId() {
        String digest = externalId == null
                ? contentDigest()
                : Digests.sha256("external", source, externalId, Integer.toString(revision));
        return "r-" + digest.substring(0, 16);
    }

    /** Digest of what is asked for, whoever asks. */
    public String contentDigest() {
        return Digests.sha256(
                "content",
                repository.url(),
                repository.baseBranch(),
                kind,
                title,
                body,
                Digests.sha256(acceptanceCriteria.toArray(String[]::new)),
                Integer.toString(revision));
    }
}
