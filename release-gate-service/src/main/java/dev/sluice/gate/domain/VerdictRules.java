package dev.sluice.gate.domain;

import java.time.Instant;
import java.util.Set;

/** Did every automatic role say yes, about the same thing. */
final class VerdictRules {

    private VerdictRules() {}

    static void judge(CountedVerdicts verdicts, Instant deadline, Tally tally) {
        for (Role role : Role.AUTOMATIC) {
            RoleVerdict verdict = verdicts.of(role);
            if (verdict == null) {
                tally.skip(
                        ReasonCode.missing(role),
                        "No " + role.words() + " verdict for this head and base came before " + deadline
                                + "; see whether the reviewer runs, then submit the change again.",
                        "missing verdict " + role);
            } else {
                judge(verdict, tally);
            }
        }
        for (RoleVerdict other : verdicts.others()) {
            tally.warn(
                    ReasonCode.VERDICT_FOR_OTHER_COMMITS,
                    "A " + other.role().words() + " verdict of " + other.reviewer()
                            + " did not count: it is about head "
                            + other.headSha() + " on base " + other.baseSha()
                            + ", or its author may not hold that role.",
                    other.source());
        }
        Set<String> trees = verdicts.mergeTrees();
        if (trees.isEmpty()) {
            tally.warn(
                    ReasonCode.MERGE_RESULT_NOT_EVALUATED,
                    "No reviewer named the merge result that it judged.",
                    "missing merge tree");
        } else if (trees.size() > 1) {
            tally.skip(
                    ReasonCode.MERGE_RESULT_DISPUTED,
                    "The reviewers judged different merge results of the same commits; run them with the same git.",
                    "rule one-merge-result");
        }
    }

    static void judge(RoleVerdict verdict, Tally tally) {
        Role role = verdict.role();
        switch (verdict.answer()) {
            case APPROVE -> {}
            case BLOCK -> tally.block(ReasonCode.blocked(role), words(verdict, "blocks the change"), verdict.source());
            case REQUEST_CHANGES ->
                tally.skip(ReasonCode.changesRequested(role), words(verdict, "wants changes"), verdict.source());
            case ERROR, UNKNOWN ->
                tally.skip(ReasonCode.error(role), words(verdict, "could not judge"), verdict.source());
        }
    }

    private static String words(RoleVerdict verdict, String what) {
        String who =
                verdict.person() ? verdict.reviewer() : "The " + verdict.role().words() + " review";
        return who + " " + what + (verdict.summary().isBlank() ? "." : ": " + verdict.summary());
    }
}
