package dev.sluice.gate.domain;

import java.util.Comparator;
import java.util.Optional;

/** What the repository's policy asks, as read from the base by the policy role. */
final class RepositoryRules {

    private static final String FILE = "policy .sluice/policy.yaml ";

    private RepositoryRules() {}

    /** The policy that applies; the strictest while none can be relied on. */
    static PolicyInForce inForce(Change change, CountedVerdicts verdicts) {
        PolicyInForce policy = verdicts.policy();
        if (policy == null) {
            return PolicyInForce.strictest("", "", "the policy role sent no policy");
        }
        return policy.sourceSha().equals(change.baseSha())
                ? policy
                : PolicyInForce.strictest(
                        policy.hash(), policy.sourceSha(), "it was read from commit " + policy.sourceSha());
    }

    static void judge(CountedVerdicts verdicts, PolicyInForce policy, Tally tally) {
        if (verdicts.of(Role.POLICY) == null) {
            return;
        }
        if (policy.problem() != null) {
            tally.skip(
                    ReasonCode.POLICY_UNREADABLE,
                    "The policy of the base cannot be relied on, so the strictest applies: " + policy.problem() + ".",
                    FILE + "at the base");
        } else {
            releases(verdicts, policy, tally);
        }
        files(verdicts, policy, tally);
    }

    private static void releases(CountedVerdicts verdicts, PolicyInForce policy, Tally tally) {
        if (!policy.autoMerge()) {
            tally.skip(
                    ReasonCode.AUTO_MERGE_OFF,
                    "The policy does not let changes merge by themselves; a person merges, or sets autoMerge: true.",
                    FILE + "autoMerge");
        }
        Optional<Integer> earlier = verdicts.facts()
                .flatMap(f -> Optional.ofNullable(f.earlierReleases()).stream())
                .max(Comparator.naturalOrder());
        if (policy.firstRuns() > 0 && earlier.orElse(0) < policy.firstRuns()) {
            tally.skip(
                    ReasonCode.FIRST_USE,
                    earlier.map(n -> n + " stories were released into this base before")
                                    .orElse("Nobody counted the stories that were released into this base before")
                            + "; the policy wants people to merge the first " + policy.firstRuns() + ".",
                    FILE + "firstRuns");
        }
    }

    private static void files(CountedVerdicts verdicts, PolicyInForce policy, Tally tally) {
        RoleVerdict verdict = verdicts.of(Role.POLICY);
        if (verdict == null) {
            return;
        }
        if (verdict.facts() == null) {
            tally.skip(ReasonCode.FACTS_MISSING, "The policy role did not say which files change.", verdict.source());
        }
        verdicts.facts()
                .flatMap(f -> f.protectedPaths().stream())
                .distinct()
                .forEach(path -> tally.block(
                        ReasonCode.PROTECTED_PATH,
                        "The change touches " + path + ", which the policy protects; a person has to make that change.",
                        FILE + "protectedPaths"));
        int files = verdicts.facts().mapToInt(Facts::files).max().orElse(0);
        if (files > policy.maxFiles()) {
            tally.skip(
                    ReasonCode.TOO_MANY_FILES,
                    "The change touches " + files + " files; the policy lets at most " + policy.maxFiles()
                            + " merge by themselves.",
                    FILE + "maxFiles");
        }
    }
}
