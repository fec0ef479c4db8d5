package dev.sluice.gate.application;

import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.Journal;
import java.time.Clock;
import java.util.Optional;

/**
 * Does what a decision asks of the forge: shows the statuses and, if the change is approved, merges it and announces what
 * came of that. A repeat finds the first answer in the journal; should that be lost, the forge finds the merge commit.
 */
public final class ActOnDecision {

    private final Forge forge;
    private final Announcements announcements;
    private final Journal journal;
    private final Clock clock;

    public ActOnDecision(Forge forge, Announcements announcements, Journal journal, Clock clock) {
        this.forge = forge;
        this.announcements = announcements;
        this.journal = journal;
        this.clock = clock;
    }

    /** Acts. Whoever calls holds the decision back while merges or writes to forges are paused. */
    public void act(DecidedChange change, Delivery decision) {
        String head = change.headSha();
        if (head == null) {
            return;
        }
        forge.show(change.repository(), head, Statuses.of(change));
        Optional<MergeOrder> order = change.order();
        if (order.isPresent()) {
            Landing landing = journal.once(
                    decision.eventId(),
                    "merge",
                    Landing.class,
                    () -> Landing.of(order.get(), forge.merge(order.get()), clock.instant()));
            announcements.announce(change, landing, decision);
        }
    }
}
