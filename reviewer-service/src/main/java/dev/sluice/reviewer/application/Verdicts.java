package dev.sluice.reviewer.application;

import dev.sluice.messaging.Delivery;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.Role;

/** Tells everybody what a role concluded, once. */
public interface Verdicts {

    /** Whether this role's review because of {@code cause} has been told already. */
    boolean told(Role role, Delivery cause);

    /** Tells a review. Where one is on record for role and {@code cause}, that one is told instead. */
    void tell(Review review, Delivery cause);
}
