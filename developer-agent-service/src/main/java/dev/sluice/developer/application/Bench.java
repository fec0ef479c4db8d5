package dev.sluice.developer.application;

import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Limits;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.developer.domain.TestRun;
import java.time.Instant;
import java.util.List;

/** One working copy, opened at a base commit. Used by one thread. Nothing leaves it before {@link #push}. */
public interface Bench extends AutoCloseable {

    /** Commit that the work is based on. */
    String baseSha();

    /** What the policy at the base allows. */
    Limits limits();

    /** Paths of the repository, shortened to a readable number. */
    List<String> paths();

    /** The files that matter for a story, in their present state, inside the configured budget. */
    List<Excerpt> context(StoryText story);

    /** The present state of these files, as far as they exist, inside the configured budget. */
    List<Excerpt> show(StoryText story, List<String> paths);

    /** Applies the edits that a reply holds, all or none, under the policy. */
    Application apply(String reply);

    /** Tests the present state; a state that was tested before for the same cause is not tested again. */
    TestRun test();

    /** Commits the present state; equal input gives an equal SHA. */
    String commit(String message, Instant at);

    /** Replays an earlier change onto the base, as one commit; equal input gives an equal SHA. */
    Replay replay(String headSha, String formerBaseSha, String message, Instant at);

    /** Pushes a commit as {@code branch}, replacing only what Sluice itself wrote there for {@code storyId}. */
    Push push(String headSha, String branch, String storyId);

    @Override
    void close();

    /** What came of applying edits. */
    sealed interface Application {

        /** The working copy differs from the base in these files. */
        record Changed(List<String> files) implements Application {}

        /** The edits leave everything as it was at the base. */
        record Unchanged() implements Application {}

        /** An edit was not acceptable; the message tells the model what to do differently. */
        record Refused(String message) implements Application {}
    }

    /** What came of replaying a commit. */
    sealed interface Replay {

        /** It applies; the working copy holds it. */
        record Replayed(String headSha) implements Replay {}

        /** It touches what has changed meanwhile. */
        record Conflict(List<String> files) implements Replay {}

        /** The base already holds it. */
        record Contained() implements Replay {}
    }

    /** What came of a push. */
    sealed interface Push {

        /** The branch points to the commit. */
        record Pushed() implements Push {}

        /** It does not, for a reason that a person has to deal with. */
        record Refused(String advice) implements Push {}
    }
}
