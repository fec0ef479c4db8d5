package dev.sluice.developer.adapter.workspace;

import dev.sluice.developer.application.Bench.Push;
import dev.sluice.developer.domain.CommitText;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.PushResult;
import dev.sluice.workspace.git.RepositoryUnavailable;
import dev.sluice.workspace.git.Trailers;

/** Puts a commit on a story's branch. What Sluice wrote there for the same story is replaced; anything else stays. */
final class BranchPush {

    private BranchPush() {}

    static Push push(Mirror mirror, String headSha, String branch, String storyId) {
        try {
            return switch (mirror.push(headSha, branch, null)) {
                case PushResult.Pushed pushed -> new Push.Pushed();
                case PushResult.Rejected rejected -> rejected(branch, rejected.reason());
                case PushResult.Moved moved -> replace(mirror, headSha, branch, storyId);
            };
        } catch (RepositoryUnavailable e) {
            if (e.transientFailure()) {
                throw new TransientFailure(e.explanation(), e);
            }
            return new Push.Refused("The change could not be pushed. " + e.explanation());
        }
    }

    private static Push replace(Mirror mirror, String headSha, String branch, String storyId)
            throws RepositoryUnavailable {
        String there = mirror.head(branch).sha();
        if (!Trailers.of(mirror, there, CommitText.STORY_TRAILER).contains(storyId)) {
            return new Push.Refused(
                    "Branch " + branch + " holds commit " + there + ", which Sluice did not write for this"
                            + " story. Rename or delete that branch, then submit the story again.");
        }
        return switch (mirror.push(headSha, branch, there)) {
            case PushResult.Pushed pushed -> new Push.Pushed();
            case PushResult.Rejected rejected -> rejected(branch, rejected.reason());
            case PushResult.Moved moved ->
                throw new TransientFailure("Branch " + branch + " moved while it was pushed to.", null);
        };
    }

    private static Push rejected(String branch, String reason) {
        return new Push.Refused("The repository does not accept branch " + branch + ": " + reason
                + " Allow Sluice to push branches that begin with sluice/.");
    }
}
