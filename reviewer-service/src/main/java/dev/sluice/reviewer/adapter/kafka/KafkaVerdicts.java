package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.reviewer.application.Verdicts;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.Role;

/**
 * Tells reviews on Kafka. The journal holds each before it is told, and that it was told afterwards: a redelivery repeats it to
 * the letter or does nothing.
 */
public final class KafkaVerdicts implements Verdicts {

    private final EventPublisher publisher;
    private final Journal journal;

    public KafkaVerdicts(EventPublisher publisher, Journal journal) {
        this.publisher = publisher;
        this.journal = journal;
    }

    @Override
    public boolean told(Role role, Delivery cause) {
        return journal.find(cause.eventId(), toldStep(role), Boolean.class).isPresent();
    }

    @Override
    public void tell(Review review, Delivery cause) {
        EventIdentity identity = EventIdentity.derived(cause, step(review.role()));
        ReviewCompleted mine = ReviewMapper.toWire(review, identity.eventId());
        String written = AvroText.write(mine);
        String text = journal.record(cause.eventId(), step(review.role()), String.class, written);
        ReviewCompleted event = text.equals(written)
                ? mine
                : AvroText.read(text, ReviewCompleted.class).orElse(mine);
        publisher.publish(Topics.REVIEW_COMPLETED, event, identity);
        journal.record(cause.eventId(), toldStep(review.role()), Boolean.class, true);
    }

    private static String step(Role role) {
        return "review-completed/" + role.key();
    }

    private static String toldStep(Role role) {
        return "told/" + role.key();
    }
}
