package dev.sluice.developer.application;

import dev.sluice.developer.domain.BranchName;
import dev.sluice.developer.domain.CommitText;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.TestRun;
import dev.sluice.messaging.Delivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Moves a change onto the base as it is now, because the base moved while it was judged. No model is asked. */
public final class RebaseChange {

    private final Workbench workbench;
    private final Changes changes;
    private final Clock clock;
    private final int most;

    /** @param most how often one change is moved before people have to look, at least 1 */
    public RebaseChange(Workbench workbench, Changes changes, Clock clock, int most) {
        this.workbench = workbench;
        this.changes = changes;
        this.clock = clock;
        this.most = most;
    }

    /** Handles the refusal, at that time, to merge {@code changeId}. A change that is not ours is left alone. */
    public void handle(String changeId, Instant refusedAt, Delivery cause) {
        if (changes.told(cause)) {
            return;
        }
        changes.find(changeId).ifPresent(earlier -> changes.tell(rebase(earlier, refusedAt, cause.eventId()), cause));
    }

    private Generation rebase(Generation earlier, Instant at, String causeId) {
        Ending ending = switch (workbench.open(earlier.repository(), causeId)) {
            case Workbench.Opening.Refused refused ->
                new Ending.Failed(Ending.Cause.REPOSITORY_FAILED, null, refused.advice(), null);
            case Workbench.Opening.Opened opened -> {
                try (Bench bench = opened.bench()) {
                    yield move(earlier, at, bench);
                }
            }
        };
        return Results.rebased(earlier, ending, clock.instant());
    }

    private Ending move(Generation earlier, Instant at, Bench bench) {
        if (!(earlier.ending() instanceof Ending.Ready ready)) {
            return conflict(bench, "The change " + earlier.changeId() + " has no commit to move.");
        }
        if (moves(earlier) >= most) {
            return conflict(
                    bench,
                    "The base moved again after " + most + " rebases. Pause other merges into this branch, or merge "
                            + ready.branch() + " by hand.");
        }
        return switch (bench.replay(ready.headSha(), ready.baseSha(), message(earlier, bench), at)) {
            case Bench.Replay.Conflict conflict ->
                conflict(
                        bench,
                        "The base has changed in the same places: " + String.join(", ", conflict.files())
                                + ". Rebase branch " + ready.branch() + " by hand, or submit the story again.");
            case Bench.Replay.Contained contained ->
                new Ending.Failed(
                        Ending.Cause.NOTHING_CHANGED,
                        bench.baseSha(),
                        "The base already holds what this change does. Nothing is left to merge.",
                        null);
            case Bench.Replay.Replayed replayed -> publish(earlier, bench, replayed.headSha());
        };
    }

    private static Ending publish(Generation earlier, Bench bench, String head) {
        TestRun tests = bench.test();
        TestVerdict verdict = TestVerdict.of(tests);
        if (!verdict.good()) {
            return new Ending.Failed(
                    verdict.cause(),
                    bench.baseSha(),
                    "On the base as it is now: " + Advice.summary(tests)
                            + " The change and what was merged meanwhile do not work together: submit the story again.",
                    tests);
        }
        String branch = BranchName.of(earlier.storyId());
        return switch (bench.push(head, branch, earlier.storyId())) {
            case Bench.Push.Pushed pushed -> new Ending.Ready(bench.baseSha(), head, branch, tests);
            case Bench.Push.Refused refused ->
                new Ending.Failed(Ending.Cause.REPOSITORY_FAILED, bench.baseSha(), refused.advice(), tests);
        };
    }

    private static String message(Generation earlier, Bench bench) {
        String model = earlier.authorship().model();
        return CommitText.of(
                earlier.story(),
                earlier.storyId(),
                earlier.requirementId(),
                earlier.requestedBy(),
                model == null ? "unknown" : model,
                ChangeIds.headless(earlier.repository(), earlier.storyId(), bench.baseSha(), earlier.changeId()));
    }

    private int moves(Generation change) {
        int moves = 0;
        Optional<Generation> at = Optional.of(change);
        while (at.isPresent() && moves < most) {
            String before = at.get().rebasedFrom();
            if (before == null) {
                return moves;
            }
            moves++;
            at = changes.find(before);
        }
        return moves;
    }

    private static Ending conflict(Bench bench, String advice) {
        return new Ending.Failed(Ending.Cause.CONFLICT, bench.baseSha(), advice, null);
    }
}
