package dev.sluice.workspace.evidence;

/** What a check could show. Names as in the events' ProofOutcome. */
public enum ProvenOutcome {
    PROVEN,
    REFUTED,
    NOT_APPLICABLE,
    FAILED_TO_RUN
}
