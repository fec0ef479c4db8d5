package dev.sluice.developer.application;

import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Generation;
import dev.sluice.messaging.Delivery;
import java.util.Optional;

/** Tells everybody what came of an assignment, once, and remembers it. */
public interface Changes {

    /** Whether the result of handling {@code cause} has been told already. */
    boolean told(Delivery cause);

    /** Tells a result. Where one is on record for {@code cause}, that one is told instead. */
    void tell(Generation generation, Delivery cause);

    /** Asks people. The story is planned again, one revision later, when they have answered. */
    void ask(Development.Asked asked, Delivery cause);

    /** A change that this service told earlier. */
    Optional<Generation> find(String changeId);
}
