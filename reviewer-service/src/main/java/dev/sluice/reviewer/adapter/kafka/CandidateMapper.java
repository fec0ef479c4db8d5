package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Story;
import org.jspecify.annotations.Nullable;

/** {@code code.generated} of a change that is ready. */
final class CandidateMapper {

    private CandidateMapper() {}

    static Candidate toDomain(CodeGenerated event) {
        return new Candidate(
                event.getChangeId(),
                event.getStoryId(),
                event.getRequirementId(),
                story(event.getStory()),
                event.getRepository().getUrl(),
                event.getRepository().getBaseBranch(),
                sha("base", event.getBaseSha(), event),
                sha("head", event.getHeadSha(), event),
                event.getOrigin() == ChangeOrigin.STORY);
    }

    private static @Nullable Story story(dev.sluice.events.@Nullable Story story) {
        return story == null
                ? null
                : new Story(story.getKey(), story.getTitle(), story.getDescription(), story.getAcceptanceCriteria());
    }

    private static String sha(String which, @Nullable String sha, CodeGenerated event) {
        if (sha == null || !sha.matches("[0-9a-f]{40}([0-9a-f]{24})?")) {
            throw new PermanentFailure(
                    "The change " + event.getChangeId() + " is READY but its " + which
                            + " is not the full SHA of a commit: " + sha + ". Its producer must name base and head.",
                    null);
        }
        return sha;
    }
}
