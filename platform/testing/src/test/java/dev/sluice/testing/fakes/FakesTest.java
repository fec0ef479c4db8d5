package dev.sluice.testing.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakesTest {

    record Report(String text, Instant at) {}

    static final class Opaque {
        private final Thread thread = Thread.currentThread();
    }

    private static final EventIdentity IDENTITY = EventIdentity.first("x", "c");

    private final InMemoryJournal journal = new InMemoryJournal();
    private final RecordingEventPublisher publisher = new RecordingEventPublisher();

    @Test
    void journalKeepsTheFirstResult() {
        Report first = new Report("first", Instant.parse("2026-01-01T00:00:00.123Z"));

        journal.record("e", "s", Report.class, first);

        assertThat(journal.record("e", "s", Report.class, new Report("second", Instant.EPOCH)))
                .isEqualTo(first);
        assertThat(journal.find("e", "s", Report.class)).contains(first);
        assertThat(journal.find("e", "other", Report.class)).isEmpty();
    }

    @Test
    void journalRefusesWhatJsonCannotHold() {
        assertThatThrownBy(() -> journal.record("e", "s", Opaque.class, new Opaque()))
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void journalRefusesAnotherTypeThanWasRecorded() {
        journal.record("e", "s", String.class, "text");

        assertThatThrownBy(() -> journal.find("e", "s", Report.class)).isInstanceOf(PermanentFailure.class);
    }

    @Test
    void journalThatIsAwayFailsTransiently() {
        journal.away(true);

        assertThatThrownBy(() -> journal.find("e", "s", String.class)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void publisherShowsEventsAsASubscriberReadsThem() {
        publisher.publish(Topics.CONTROL_CHANGED, paused("all"), IDENTITY);

        assertThat(publisher.events(Topics.CONTROL_CHANGED)).containsExactly(paused("all"));
        assertThat(publisher.publishedOn(Topics.CONTROL_CHANGED).getFirst().key())
                .isEqualTo("all");
        assertThat(publisher.events(Topics.PLAN_PROPOSED)).isEmpty();
    }

    @Test
    void publisherRefusesAnEventWithoutARequiredField() {
        ControlChanged incomplete = new ControlChanged();

        assertThatThrownBy(() -> publisher.publish(Topics.CONTROL_CHANGED, incomplete, IDENTITY))
                .isInstanceOf(RuntimeException.class);
        assertThat(publisher.published()).isEmpty();
    }

    @Test
    void publisherFailsAsOftenAsTold() {
        publisher.failNext(1);

        assertThatThrownBy(() -> publisher.publish(Topics.CONTROL_CHANGED, paused("all"), IDENTITY))
                .isInstanceOf(TransientFailure.class);
        publisher.publish(Topics.CONTROL_CHANGED, paused("all"), IDENTITY);
        assertThat(publisher.published()).hasSize(1);
    }

    @Test
    void pausingAllPausesEveryScope() {
        FixedControl control = new FixedControl();

        assertThat(control.paused("merges")).isFalse();
        assertThat(control.pause("all").paused("merges")).isTrue();
        assertThat(control.resume("all").paused("merges")).isFalse();
    }

    private static ControlChanged paused(String scope) {
        return ControlChanged.newBuilder()
                .setScope(scope)
                .setState(ControlState.PAUSED)
                .setFlags(Map.of())
                .setChangedBy(new Actor("ann", ActorKind.PERSON, null))
                .setChangedAt(Instant.EPOCH)
                .build();
    }
}
