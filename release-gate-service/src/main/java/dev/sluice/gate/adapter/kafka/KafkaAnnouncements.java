package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.RefusalCause;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.gate.application.Announcements;
import dev.sluice.gate.application.DecidedChange;
import dev.sluice.gate.application.Landing;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;

/** Announces on {@code change.merged} and {@code merge.refused}. */
public final class KafkaAnnouncements implements Announcements {

    private final EventPublisher publisher;

    public KafkaAnnouncements(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void announce(DecidedChange change, Landing landing, Delivery decision) {
        switch (landing.kind()) {
            case MERGED ->
                publisher.publish(
                        Topics.CHANGE_MERGED,
                        LandingMapper.merged(change, landing),
                        EventIdentity.derived(decision, "change-merged"));
            case BASE_CHANGED -> refuse(change, landing, RefusalCause.BASE_CHANGED, decision);
            case HEAD_CHANGED -> refuse(change, landing, RefusalCause.HEAD_CHANGED, decision);
            case CONFLICT -> refuse(change, landing, RefusalCause.CONFLICT, decision);
            case FORGE_REFUSED -> refuse(change, landing, RefusalCause.FORGE_REFUSED, decision);
        }
    }

    private void refuse(DecidedChange change, Landing landing, RefusalCause cause, Delivery decision) {
        publisher.publish(
                Topics.MERGE_REFUSED,
                LandingMapper.refused(change, cause, landing),
                EventIdentity.derived(decision, "merge-refused"));
    }
}
