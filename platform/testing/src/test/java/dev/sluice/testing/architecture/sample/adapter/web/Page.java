package dev.sluice.testing.architecture.sample.adapter.web;

import dev.sluice.testing.architecture.sample.adapter.kafka.Listener;
import dev.sluice.testing.architecture.sample.config.Wiring;

/** Knows another technology and the wiring. */
public final class Page {
    public Listener listener(Wiring wiring) {
        return new Listener();
    }
}
