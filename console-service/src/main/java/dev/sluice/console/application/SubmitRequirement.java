package dev.sluice.console.application;

import dev.sluice.console.application.Claims.Claim;
import dev.sluice.console.domain.Submission;
import java.time.Clock;

/** Puts a requirement on the log, once, however often and from however many sides it is submitted. */
public final class SubmitRequirement {

    private static final String COMMAND = "submit-requirement";

    private final Claims claims;
    private final DecisionFacts facts;
    private final Announcements announcements;
    private final Clock clock;

    public SubmitRequirement(Claims claims, DecisionFacts facts, Announcements announcements, Clock clock) {
        this.claims = claims;
        this.facts = facts;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Submits a requirement.
     *
     * @return the requirement's id
     */
    public Answer<String> submit(Submission submission) {
        String id = submission.requirementId();
        Claim claim = claims.claim(
                COMMAND,
                id,
                submission.contentDigest(),
                submission.requestedBy().id());
        if (claim == Claim.OTHER) {
            return new Answer.Conflict<>("Revision " + submission.revision() + " of " + submission.externalId()
                    + " was submitted before with another text. Raise the revision to submit the new text.");
        }
        if (claim == Claim.SAME && facts.requirementKnown(id)) {
            return new Answer.Done<>(id, false);
        }
        announcements.requirementSubmitted(submission, clock.instant());
        return new Answer.Done<>(id, claim == Claim.FIRST);
    }
}
