package dev.sluice.developer.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.developer.Assignments;
import dev.sluice.developer.domain.Development;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.Inquiry;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KafkaChangesTest {

    private static final Delivery CAUSE = Assignments.delivery("e-1");

    private final RecordingEventPublisher publisher = new RecordingEventPublisher();
    private final InMemoryJournal journal = new InMemoryJournal();
    private final Map<String, CodeGenerated> log = new HashMap<>();
    private final KafkaChanges changes = new KafkaChanges(
            publisher, journal, changeId -> Optional.ofNullable(log.get(changeId)), Duration.ofHours(24));

    @Test
    void tellsUnderAnIdDerivedFromItsCause() {
        changes.tell(Generations.ready("c-1"), CAUSE);
        var published = publisher.publishedOn(Topics.CODE_GENERATED).getFirst();
        assertThat(published.key()).isEqualTo("c-1");
        assertThat(published.identity()).isEqualTo(EventIdentity.derived(CAUSE, "code-generated"));
        assertThat(changes.told(CAUSE)).isTrue();
    }

    @Test
    void repeatsTheRecordedResultWhenTheProcessDiedBeforeItWasTold() {
        publisher.failNext(1);
        assertThatThrownBy(() -> changes.tell(Generations.ready("first"), CAUSE))
                .isInstanceOf(TransientFailure.class);
        assertThat(changes.told(CAUSE)).isFalse();
        changes.tell(Generations.ready("second"), CAUSE);
        assertThat(publisher.events(Topics.CODE_GENERATED))
                .extracting(CodeGenerated::getChangeId)
                .containsExactly("first");
    }

    @Test
    void findsWhatItToldInTheJournalAndWhenThatIsEmptyInTheLog() {
        Generation change = Generations.ready("c-1");
        changes.tell(change, CAUSE);
        assertThat(changes.find("c-1")).contains(change);
        journal.forget();
        assertThat(changes.find("c-1")).isEmpty();
        log.put("c-1", publisher.events(Topics.CODE_GENERATED).getFirst());
        assertThat(changes.find("c-1")).contains(change);
    }

    @Test
    void doesNotTakeTheChangesOfOtherProducersForItsOwn() {
        CodeGenerated other = GenerationMapper.toWire(Generations.ready("c-2"));
        other.getProvenance().setProducer("another-agent");
        log.put("c-2", other);
        assertThat(changes.find("c-2")).isEmpty();
    }

    @Test
    void asksWithAnIdThatARedeliveryRepeats() {
        Development.Asked asked = new Development.Asked(
                Assignments.of("/repo"), List.of(new Inquiry("Which?", List.of("a", "b"))), Assignments.PLANNED_AT);
        changes.ask(asked, CAUSE);
        changes.ask(asked, CAUSE);
        List<ClarificationRequested> events = publisher.events(Topics.CLARIFICATION_REQUESTED);
        assertThat(events.get(0)).isEqualTo(events.get(1));
        assertThat(events.getFirst().getSubjectKind()).isEqualTo(SubjectKind.STORY);
        assertThat(events.getFirst().getSubjectId()).isEqualTo("r-1/greet");
        assertThat(events.getFirst().getExpiresAt()).isEqualTo(Assignments.PLANNED_AT.plus(Duration.ofHours(24)));
        assertThat(changes.told(CAUSE)).isTrue();
    }
}
