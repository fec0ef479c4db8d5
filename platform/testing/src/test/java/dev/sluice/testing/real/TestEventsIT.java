package dev.sluice.testing.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TestEventsIT {

    private final TestEvents events = TestEvents.open();

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void readsBackWhatWasPublishedWithItsEnvelope() {
        EventIdentity identity = EventIdentity.first("x", "correlation-1");

        events.publish(Topics.CONTROL_CHANGED, paused("repository:a"), identity);

        Received<ControlChanged> received = events.await(Topics.CONTROL_CHANGED, "repository:a");
        assertThat(received.event()).isEqualTo(paused("repository:a"));
        assertThat(received.delivery().eventId()).isEqualTo(identity.eventId());
        assertThat(received.headers())
                .containsEntry("ce_type", "dev.sluice.control.changed.v1")
                .containsEntry("ce_correlationid", "correlation-1");
    }

    @Test
    void countsRepeatsAndLeavesPoisonOut() {
        EventIdentity identity = EventIdentity.first("y", "c");
        events.publish(Topics.CONTROL_CHANGED, paused("repository:b"), identity);
        events.publishBytes("control.changed", "repository:b", new byte[] {1, 2, 3});
        events.publish(Topics.CONTROL_CHANGED, paused("repository:b"), identity);

        assertThat(events.awaitCount(Topics.CONTROL_CHANGED, "repository:b", 2)).hasSize(2);
        assertThat(events.deadLetters(Topics.CONTROL_CHANGED)).isEmpty();
    }

    @Test
    void everyPartIsThere() throws Exception {
        RealParts parts = RealParts.running();

        assertThat(parts.properties()).hasSize(5).doesNotContainValue("");
        assertThat(parts.arguments("--x=y")).hasSize(6).contains("--x=y");
        try (var connection = parts.embedded().postgres().dataSource().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
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
