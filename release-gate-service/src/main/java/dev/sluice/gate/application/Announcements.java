package dev.sluice.gate.application;

import dev.sluice.messaging.Delivery;

/** Tells everybody what came of an approved change. */
public interface Announcements {

    /** Announces once the broker has it. A repeat for the same decision carries the same event id. */
    void announce(DecidedChange change, Landing landing, Delivery decision);
}
