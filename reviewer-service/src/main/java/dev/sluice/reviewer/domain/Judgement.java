package dev.sluice.reviewer.domain;

/** What a role says of a change, from the mildest to the hardest. */
public enum Judgement {
    APPROVE,
    /** It could not judge. Never counts as approval. */
    ERROR,
    REQUEST_CHANGES,
    BLOCK;

    /** The harder of the two. */
    public Judgement or(Judgement other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
