package dev.sluice.developer.application;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Attempted;
import dev.sluice.developer.domain.Authorship;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import java.time.Instant;
import java.util.List;

/** Puts results together. */
final class Results {

    private Results() {}

    /** Result of an assignment. */
    static Generation of(
            Assignment assignment, Ending ending, List<Attempted> attempts, Authorship authorship, Instant now) {
        String changeId = switch (ending) {
            case Ending.Ready ready -> ChangeIds.of(assignment.repository(), assignment.storyId(), ready.headSha());
            case Ending.Failed failed ->
                ChangeIds.headless(
                        assignment.repository(),
                        assignment.storyId(),
                        failed.baseSha(),
                        Integer.toString(assignment.revision()));
        };
        return new Generation(
                changeId,
                assignment.storyId(),
                assignment.requirementId(),
                assignment.repository(),
                assignment.story(),
                assignment.requestedBy(),
                assignment.approvedBy(),
                ending,
                attempts,
                authorship,
                null,
                now);
    }

    /** Result of moving an earlier change onto another base. */
    static Generation rebased(Generation earlier, Ending ending, Instant now) {
        String changeId = switch (ending) {
            case Ending.Ready ready -> ChangeIds.of(earlier.repository(), earlier.storyId(), ready.headSha());
            case Ending.Failed failed ->
                ChangeIds.headless(earlier.repository(), earlier.storyId(), failed.baseSha(), earlier.changeId());
        };
        return new Generation(
                changeId,
                earlier.storyId(),
                earlier.requirementId(),
                earlier.repository(),
                earlier.story(),
                earlier.requestedBy(),
                earlier.approvedBy(),
                ending,
                earlier.attempts(),
                earlier.authorship(),
                earlier.changeId(),
                now);
    }
}
