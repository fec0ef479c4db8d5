package dev.sluice.gate.domain;

import static dev.sluice.gate.domain.ReasonCode.ALL_REQUIRED_APPROVED;
import static dev.sluice.gate.domain.ReasonCode.TESTS_PROVE_THE_CHANGE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a change may be released. Pure: equal input, equal answer.
 *
 * <p>It decides once everything that can still change the answer is in, or at the deadline, so that the reasons are
 * complete: when there is no change to release, at once; otherwise when the four automatic roles have answered; and
 * where the layer wants a person too and a person's yes is all that is missing, when it comes.
 */
public final class ReleasePolicy {

    private ReleasePolicy() {}

    /** The decision, or nothing while the case has to wait. */
    public static Optional<Decision> decide(ReleaseCase release, Instant now) {
        Change change = release.change();
        if (change == null) {
            return Optional.empty();
        }
        CountedVerdicts verdicts = new CountedVerdicts(change, release.verdicts());
        Tally tally = new Tally();
        if (WorkRules.nothingToRelease(change, tally)) {
            return Optional.of(tally.decide(List.of(), basis(release, verdicts, 1)));
        }
        boolean due = !now.isBefore(release.deadline());
        if (!due && !verdicts.complete()) {
            return Optional.empty();
        }
        int layer = verdicts.layer();
        PolicyInForce policy = RepositoryRules.inForce(change, verdicts);
        WorkRules.judge(change, tally);
        VerdictRules.judge(verdicts, release.deadline(), tally);
        TestRules.judge(verdicts, change, policy, tally);
        RepositoryRules.judge(verdicts, policy, tally);
        PersonRules.judge(verdicts, change, policy, layer, release.deadline(), tally);
        if (!due && tally.lacksOnlyAPerson()) {
            return Optional.empty();
        }
        return Optional.of(tally.decide(whyApproved(change, verdicts), basis(release, verdicts, layer)));
    }

    private static List<DecisionReason> whyApproved(Change change, CountedVerdicts verdicts) {
        List<DecisionReason> reasons = new ArrayList<>();
        reasons.add(new DecisionReason(
                ALL_REQUIRED_APPROVED,
                "Every required verdict approves head " + change.headSha() + " on base " + change.baseSha() + ".",
                "rule required-verdicts"));
        RoleVerdict tests = verdicts.of(Role.TEST_QUALITY);
        Facts facts = tests == null ? null : tests.facts();
        Claim claim = facts == null ? null : facts.failToPass();
        if (tests != null && claim != null && claim.shown() == Claim.Shown.PROVEN) {
            reasons.add(new DecisionReason(
                    TESTS_PROVE_THE_CHANGE, "The tests pass with the change and fail without it.", tests.source()));
        }
        return reasons;
    }

    private static Basis basis(ReleaseCase release, CountedVerdicts verdicts, int layer) {
        List<Role> required = new ArrayList<>(Role.AUTOMATIC);
        if (layer > 1) {
            required.add(Role.HUMAN);
        }
        Set<String> trees = verdicts.mergeTrees();
        PolicyInForce policy = verdicts.policy();
        return new Basis(
                layer,
                required,
                verdicts.all(),
                trees.size() == 1 ? trees.iterator().next() : null,
                policy == null ? null : policy.hash(),
                release.deadline());
    }
}
