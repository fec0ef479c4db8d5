package dev.sluice.messaging;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.SubjectKind;
import java.time.Instant;
import java.util.Map;

/** Small events for tests. */
public final class Events {

    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Events() {}

    /** An event whose key is {@code key}; {@code text} travels in it. */
    public static ClarificationExpired expired(String key, String text) {
        return ClarificationExpired.newBuilder()
                .setClarificationId(text)
                .setSubjectId(key)
                .setSubjectKind(SubjectKind.STORY)
                .setRequirementId("REQ-1")
                .setExpiredAt(NOW)
                .build();
    }

    public static ControlChanged control(String scope, ControlState state) {
        return ControlChanged.newBuilder()
                .setScope(scope)
                .setState(state)
                .setFlags(Map.of())
                .setChangedBy(new Actor("test", ActorKind.PERSON, null))
                .setChangedAt(NOW)
                .build();
    }
}
