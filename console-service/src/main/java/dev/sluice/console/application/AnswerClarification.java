package dev.sluice.console.application;

import dev.sluice.console.application.Claims.Claim;
import dev.sluice.console.domain.Party;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts a person's answers to an open question on the log; the first ones count. */
public final class AnswerClarification {

    private static final String COMMAND = "answer-clarification";

    private final Claims claims;
    private final DecisionFacts facts;
    private final Announcements announcements;
    private final Clock clock;

    public AnswerClarification(Claims claims, DecisionFacts facts, Announcements announcements, Clock clock) {
        this.claims = claims;
        this.facts = facts;
        this.announcements = announcements;
        this.clock = clock;
    }

    public Answer<String> answer(String clarificationId, List<String> answers, Party by) {
        Optional<AskedClarification> found = facts.clarification(clarificationId);
        if (found.isEmpty()) {
            return new Answer.Unknown<>("There is no clarification " + clarificationId + ".");
        }
        AskedClarification asked = found.get();
        Instant now = clock.instant();
        if (asked.state().equals("EXPIRED") || (asked.state().equals("OPEN") && now.isAfter(asked.expiresAt()))) {
            return new Answer.Conflict<>("This question expired at " + asked.expiresAt()
                    + ". Submit the requirement again with the answer in its text.");
        }
        if (answers.size() != asked.questions()) {
            return new Answer.Invalid<>(
                    "answers",
                    "must hold " + asked.questions() + ", one for each question, in order; there are "
                            + answers.size());
        }
        Claim claim = claims.claim(COMMAND, clarificationId, by.id() + answers, by.id());
        if (claim == Claim.OTHER || (asked.state().equals("ANSWERED") && claim == Claim.FIRST)) {
            return new Answer.Conflict<>("This question was answered before. Look at the run again.");
        }
        if (asked.state().equals("OPEN")) {
            announcements.clarificationAnswered(asked, answers, by, now);
        }
        return new Answer.Done<>(by.id(), claim == Claim.FIRST);
    }
}
