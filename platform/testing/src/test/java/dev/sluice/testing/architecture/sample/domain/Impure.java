package dev.sluice.testing.architecture.sample.domain;

import dev.sluice.events.Money;
import java.time.Instant;
import java.util.Date;

/** Breaks the rules of the domain. */
public final class Impure {
    public Instant now() {
        return Instant.now();
    }

    public Date date(Money money) {
        return new Date(money.hashCode());
    }
}
