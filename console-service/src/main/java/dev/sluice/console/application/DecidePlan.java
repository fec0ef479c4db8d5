package dev.sluice.console.application;

import dev.sluice.console.application.Claims.Claim;
import dev.sluice.console.domain.Party;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a person's decision about the newest plan of a requirement on the log; the first one counts. */
public final class DecidePlan {

    private static final String COMMAND = "decide-plan";

    private final Claims claims;
    private final DecisionFacts facts;
    private final Announcements announcements;
    private final Clock clock;
    private final boolean requesterMayApprove;

    public DecidePlan(
            Claims claims, DecisionFacts facts, Announcements announcements, Clock clock, boolean requesterMayApprove) {
        this.claims = claims;
        this.facts = facts;
        this.announcements = announcements;
        this.clock = clock;
        this.requesterMayApprove = requesterMayApprove;
    }

    /**
     * Decides.
     *
     * @param verdict APPROVED, REJECTED or REGENERATE
     * @return who decided
     */
    public Answer<String> decide(
            String requirementId, int planRevision, String verdict, @Nullable String reason, Party by) {
        Optional<PlanOnTable> found = facts.newestPlan(requirementId);
        if (found.isEmpty()) {
            return facts.requirementKnown(requirementId)
                    ? new Answer.Conflict<>("There is no plan yet. Decide when the run waits for approval.")
                    : new Answer.Unknown<>("There is no requirement " + requirementId + ".");
        }
        PlanOnTable plan = found.get();
        Optional<Answer<String>> refusal = refusal(plan, planRevision, verdict, by);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String subject = requirementId + "#" + planRevision;
        String digest = verdict + " by " + by.id();
        Claim claim = claims.claim(COMMAND, subject, digest, by.id());
        if (claim == Claim.OTHER) {
            return new Answer.Conflict<>(
                    "Somebody else decided about plan " + planRevision + " a moment ago. Look at the run again.");
        }
        if (plan.verdict() == null) {
            announcements.planDecided(requirementId, planRevision, verdict, by, reason, clock.instant());
        }
        return new Answer.Done<>(by.id(), claim == Claim.FIRST);
    }

    private Optional<Answer<String>> refusal(PlanOnTable plan, int revision, String verdict, Party by) {
        if (plan.revision() != revision) {
            return Optional.of(new Answer.Conflict<>("Plan " + revision + " is not the newest: that is plan "
                    + plan.revision() + ". Read it and decide about that one."));
        }
        if (!plan.proposed()) {
            return Optional.of(
                    new Answer.Conflict<>(
                            "Planning failed, so there is nothing to decide. Submit the requirement again with a new revision."));
        }
        if (!plan.approvalNeeded()) {
            return Optional.of(new Answer.Conflict<>("This plan needs no approval: a person wrote its only story."));
        }
        if (plan.verdict() != null
                && !(plan.verdict().equals(verdict) && by.id().equals(plan.decidedBy()))) {
            return Optional.of(new Answer.Conflict<>(
                    "Plan " + revision + " was decided before: " + plan.verdict() + " by " + plan.decidedBy() + "."));
        }
        if (verdict.equals("APPROVED") && !requesterMayApprove && by.id().equals(plan.requestedBy())) {
            return Optional.of(
                    new Answer.Forbidden<>("You submitted this requirement, so somebody else must approve its plan."
                            + " (An operator can allow it with sluice.console.requester-may-approve=true.)"));
        }
        return Optional.empty();
    }
}
