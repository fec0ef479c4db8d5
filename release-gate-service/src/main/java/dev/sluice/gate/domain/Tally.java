package dev.sluice.gate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the rules find, by weight. */
final class Tally {

    private final List<DecisionReason> blocks = new ArrayList<>();
    private final List<DecisionReason> skips = new ArrayList<>();
    private final List<DecisionReason> warnings = new ArrayList<>();

    void block(ReasonCode code, String message, String source) {
        blocks.add(new DecisionReason(code, message, source));
    }

    void skip(ReasonCode code, String message, String source) {
        skips.add(new DecisionReason(code, message, source));
    }

    void warn(ReasonCode code, String message, String source) {
        warnings.add(new DecisionReason(code, message, source));
    }

    /** Whether a yes of a person is all that is missing. */
    boolean lacksOnlyAPerson() {
        return blocks.isEmpty()
                && !skips.isEmpty()
                && skips.stream().allMatch(r -> r.code() == ReasonCode.HUMAN_MISSING);
    }

    Decision decide(List<DecisionReason> whyApproved, Basis basis) {
        if (!blocks.isEmpty()) {
            return new Decision.Blocked(
                    Stream.concat(blocks.stream(), skips.stream()).toList(), warnings, basis);
        }
        return skips.isEmpty()
                ? new Decision.Approved(whyApproved, warnings, basis)
                : new Decision.Skipped(skips, warnings, basis);
    }
}
