package dev.sluice.gate.domain;

import java.time.Instant;

/**
 * What people said. A no counts from anybody; a yes never from the change's author, and from its requester only where
 * the policy allows it. Layers 2 and 3 need a yes.
 */
final class PersonRules {

    private PersonRules() {}

    static void judge(
            CountedVerdicts verdicts, Change change, PolicyInForce policy, int layer, Instant deadline, Tally tally) {
        boolean yes = false;
        for (RoleVerdict verdict : verdicts.people()) {
            VerdictRules.judge(verdict, tally);
            if (verdict.answer() == Answer.APPROVE) {
                boolean own = ownWork(verdict, change, policy);
                yes |= !own;
                if (own) {
                    tally.warn(
                            ReasonCode.OWN_APPROVAL_IGNORED,
                            verdict.reviewer() + " asked for the change or wrote it, so this approval does not count.",
                            verdict.source());
                }
            }
        }
        if (layer > 1 && !yes) {
            tally.skip(
                    ReasonCode.HUMAN_MISSING,
                    "A layer " + layer
                            + " change needs the approval of a person who neither asked for it nor wrote it; "
                            + "none had come when the gate decided (it waits until " + deadline + ")." + why(verdicts),
                    "missing verdict HUMAN");
        }
        if (layer > 2) {
            tally.warn(
                    ReasonCode.OWNERSHIP_NOT_CHECKED,
                    "Layer 3 wants an owner's verdict; the gate does not read who owns the files and took any person's.",
                    "rule layer-3");
        }
    }

    private static boolean ownWork(RoleVerdict verdict, Change change, PolicyInForce policy) {
        String person = verdict.reviewer();
        return person.equalsIgnoreCase(change.author())
                || (person.equalsIgnoreCase(change.requestedBy()) && !policy.requesterMayApprove());
    }

    private static String why(CountedVerdicts verdicts) {
        String reasons = String.join(
                "; ",
                verdicts.facts()
                        .filter(f -> f.layer() == verdicts.layer()
                                && !f.layerReason().isBlank())
                        .map(Facts::layerReason)
                        .distinct()
                        .toList());
        return reasons.isEmpty() ? "" : " Why layer " + verdicts.layer() + ": " + reasons;
    }
}
