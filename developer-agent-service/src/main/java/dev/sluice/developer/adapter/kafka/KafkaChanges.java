package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.application.Changes;
import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Generation;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells results on Kafka. The journal holds each result before it is told, and that it was told afterwards: a redelivery
 * repeats it to the letter or does nothing. A result is also kept under its change id for a later rebase.
 */
public final class KafkaChanges implements Changes {

    private static final String RESULT = "code-generated";
    private static final String QUESTION = "clarification-requested";
    private static final String TOLD = "told";

    private final EventPublisher publisher;
    private final Journal journal;
    private final EarlierChanges earlier;
    private final Duration patience;

    /** @param patience how long a question may stay unanswered */
    public KafkaChanges(EventPublisher publisher, Journal journal, EarlierChanges earlier, Duration patience) {
        this.publisher = publisher;
        this.journal = journal;
        this.earlier = earlier;
        this.patience = patience;
    }

    @Override
    public boolean told(Delivery cause) {
        return journal.find(cause.eventId(), TOLD, Boolean.class).isPresent();
    }

    @Override
    public void tell(Generation generation, Delivery cause) {
        CodeGenerated mine = GenerationMapper.toWire(generation);
        String written = AvroText.write(mine);
        String text = journal.record(cause.eventId(), RESULT, String.class, written);
        CodeGenerated event = text.equals(written)
                ? mine
                : AvroText.read(text, CodeGenerated.class).orElse(mine);
        journal.record(event.getChangeId(), RESULT, String.class, AvroText.write(event));
        publisher.publish(Topics.CODE_GENERATED, event, EventIdentity.derived(cause, RESULT));
        journal.record(cause.eventId(), TOLD, Boolean.class, true);
    }

    @Override
    public void ask(Development.Asked asked, Delivery cause) {
        EventIdentity identity = EventIdentity.derived(cause, QUESTION);
        publisher.publish(
                Topics.CLARIFICATION_REQUESTED,
                ClarificationMapper.toWire(asked, identity.eventId(), patience),
                identity);
        journal.record(cause.eventId(), TOLD, Boolean.class, true);
    }

    @Override
    public Optional<Generation> find(String changeId) {
        return journal.find(changeId, RESULT, String.class)
                .flatMap(text -> AvroText.read(text, CodeGenerated.class))
                .or(() -> earlier.find(changeId))
                .filter(event -> event.getProvenance().getProducer().equals(GenerationMapper.PRODUCER))
                .filter(event -> event.getStory() != null)
                .map(GenerationMapper::toDomain);
    }
}
