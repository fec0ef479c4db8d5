package dev.sluice.testing.architecture.sample.adapter.kafka;

import dev.sluice.events.Money;

/** May know wire types. */
public final class Listener {
    public String currency(Money money) {
        return money.getCurrency();
    }
}
