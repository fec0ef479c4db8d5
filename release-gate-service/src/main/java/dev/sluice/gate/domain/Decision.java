package dev.sluice.gate.domain;

import java.util.List;

/** The gate's answer. Reasons are never empty; those that weigh most come first. */
public sealed interface Decision {

    List<DecisionReason> reasons();

    /** What did not decide but should be seen. */
    List<DecisionReason> warnings();

    Basis basis();

    /** All that the layer requires said yes, on this head and this base. */
    record Approved(List<DecisionReason> reasons, List<DecisionReason> warnings, Basis basis) implements Decision {
        public Approved {
            reasons = neverEmpty(reasons);
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing is wrong enough to block, but it may not merge by itself: people decide. */
    record Skipped(List<DecisionReason> reasons, List<DecisionReason> warnings, Basis basis) implements Decision {
        public Skipped {
            reasons = neverEmpty(reasons);
            warnings = List.copyOf(warnings);
        }
    }

    /** It must not be released. */
    record Blocked(List<DecisionReason> reasons, List<DecisionReason> warnings, Basis basis) implements Decision {
        public Blocked {
            reasons = neverEmpty(reasons);
            warnings = List.copyOf(warnings);
        }
    }

    private static List<DecisionReason> neverEmpty(List<DecisionReason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("A decision has a reason");
        }
        return List.copyOf(reasons);
    }
}
