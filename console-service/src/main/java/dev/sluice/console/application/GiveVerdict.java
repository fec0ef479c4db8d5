package dev.sluice.console.application;

import dev.sluice.console.application.Claims.Claim;
import dev.sluice.console.domain.Party;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a person's verdict about the head of a change on the log; one for each person and head. */
public final class GiveVerdict {

    /** A verdict under its id. */
    public record Given(String reviewId, HumanVerdict verdict) {}

    private static final String COMMAND = "give-verdict";

    private final Claims claims;
    private final DecisionFacts facts;
    private final Announcements announcements;
    private final Clock clock;
    private final boolean requesterMayApprove;

    public GiveVerdict(
            Claims claims, DecisionFacts facts, Announcements announcements, Clock clock, boolean requesterMayApprove) {
        this.claims = claims;
        this.facts = facts;
        this.announcements = announcements;
        this.clock = clock;
        this.requesterMayApprove = requesterMayApprove;
    }

    /**
     * Gives a verdict.
     *
     * @param headSha the head the person looked at; null for the change's own
     */
    public Answer<Given> give(
            String changeId, String verdict, String risk, String summary, @Nullable String headSha, Party by) {
        Optional<JudgedChange> found = facts.change(changeId);
        if (found.isEmpty()) {
            return new Answer.Unknown<>("There is no change " + changeId + ".");
        }
        JudgedChange change = found.get();
        if (change.headSha() == null || change.baseSha() == null) {
            return new Answer.Conflict<>("This change has no commit to judge: " + change.outcome() + ".");
        }
        Optional<String> conflict = conflict(change, headSha);
        if (conflict.isPresent()) {
            return new Answer.Conflict<>(conflict.get());
        }
        if (verdict.equals("APPROVE") && !requesterMayApprove && by.id().equals(change.requestedBy())) {
            return new Answer.Forbidden<>("You asked for this change, so somebody else must approve it."
                    + " (An operator can allow it with sluice.console.requester-may-approve=true.)");
        }
        HumanVerdict given = new HumanVerdict(
                changeId,
                change.storyId(),
                change.requirementId(),
                change.baseSha(),
                change.headSha(),
                verdict,
                risk,
                summary,
                by);
        Claim claim = claims.claim(COMMAND, changeId + "#" + by.id(), verdict, by.id());
        if (claim == Claim.OTHER) {
            return new Answer.Conflict<>(
                    "You gave another verdict about this head before. A new head takes a new verdict.");
        }
        announcements.verdictGiven(given, clock.instant());
        return new Answer.Done<>(new Given(announcements.reviewId(given), given), claim == Claim.FIRST);
    }

    private static Optional<String> conflict(JudgedChange change, @Nullable String headSha) {
        if (headSha != null && !headSha.equals(change.headSha())) {
            return Optional.of("The head of this change is " + change.headSha() + ", not " + headSha
                    + ". Look at the newest change of the story.");
        }
        if (change.replacedBy() != null) {
            return Optional.of("This change was put on a newer base as " + change.replacedBy() + ". Judge that one.");
        }
        return change.decision() == null
                ? Optional.empty()
                : Optional.of("The gate decided about this change before: " + change.decision()
                        + ". A verdict no longer counts.");
    }
}
