package dev.sluice.console.application;

import dev.sluice.console.application.Claims.Claim;
import dev.sluice.console.domain.OutsideChange;
import java.time.Clock;

/** Puts an existing change before the reviewers and the gate. */
public final class OfferChange {

    private static final String COMMAND = "offer-change";

    private final Claims claims;
    private final DecisionFacts facts;
    private final Announcements announcements;
    private final Clock clock;

    public OfferChange(Claims claims, DecisionFacts facts, Announcements announcements, Clock clock) {
        this.claims = claims;
        this.facts = facts;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Offers a change.
     *
     * @return the change's id
     */
    public Answer<String> offer(OutsideChange change) {
        String changeId = announcements.changeId(change.repository().url(), change.storyId(), change.headSha());
        Claim claim = claims.claim(
                COMMAND, changeId, change.contentDigest(), change.offeredBy().id());
        if (claim == Claim.SAME && facts.changeKnown(changeId)) {
            return new Answer.Done<>(changeId, false);
        }
        announcements.changeOffered(change, changeId, clock.instant());
        return new Answer.Done<>(changeId, claim == Claim.FIRST);
    }
}
