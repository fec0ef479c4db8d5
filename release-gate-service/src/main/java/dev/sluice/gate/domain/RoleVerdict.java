package dev.sluice.gate.domain;

import org.jspecify.annotations.Nullable;

/**
 * One role's verdict about one head on one base.
 *
 * @param reviewer id of who judged
 * @param person whether that is a person
 * @param summary what it says in words, or why it could not judge
 * @param mergeTree tree of the merge result that was judged
 */
public record RoleVerdict(
        String reviewId,
        Role role,
        Answer answer,
        String reviewer,
        boolean person,
        String baseSha,
        String headSha,
        @Nullable String mergeTree,
        String summary,
        @Nullable Facts facts,
        @Nullable PolicyInForce policy) {

    /** Whether this is about the very commits that the change names, given by a party that may hold the role. */
    boolean countsFor(Change change) {
        return baseSha.equals(change.baseSha()) && headSha.equals(change.headSha()) && person == (role == Role.HUMAN);
    }

    /** Where a reason that rests on this verdict points. */
    String source() {
        return "verdict " + role + " " + reviewId;
    }
}
