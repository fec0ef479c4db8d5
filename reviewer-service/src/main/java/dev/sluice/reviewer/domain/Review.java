package dev.sluice.reviewer.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The review of a change by one role.
 *
 * @param patch what was judged; null where the repository could not be read
 * @param proofs what machines found out for this role
 * @param model model that gave an opinion
 */
public record Review(
        Candidate candidate,
        Role role,
        Conclusion conclusion,
        @Nullable Patch patch,
        @Nullable Proofs proofs,
        @Nullable String model,
        @Nullable String promptVersion,
        Instant completedAt) {}
