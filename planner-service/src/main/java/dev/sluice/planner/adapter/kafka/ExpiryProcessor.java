package dev.sluice.planner.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.streams.EventStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Says when nobody answered in time. {@link #STORE} holds each clarification by its id; {@link #DUE} is the index of the open
 * ones by deadline, so that the punctuator reads only what is due.
 */
final class ExpiryProcessor extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {

    static final String STORE = "clarifications";
    static final String DUE = "clarifications-due";
    private static final int MOST_AT_ONCE = 500;

    private final EventStreams streams;
    private final Duration checkEvery;
    private @Nullable KeyValueStore<String, OpenClarification> clarifications;
    private @Nullable KeyValueStore<String, String> due;

    ExpiryProcessor(EventStreams streams, Duration checkEvery) {
        this.streams = streams;
        this.checkEvery = checkEvery;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        clarifications = context.getStateStore(STORE);
        due = context.getStateStore(DUE);
        context.schedule(checkEvery, PunctuationType.WALL_CLOCK_TIME, this::expire);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        switch (record.value()) {
            case ClarificationRequested asked -> open(asked, EventStreams.delivery(record));
            case ClarificationAnswered answered -> close(answered);
            default -> {}
        }
    }

    private void open(ClarificationRequested asked, Delivery delivery) {
        OpenClarification opened = new OpenClarification(
                true,
                asked.getSubjectId(),
                asked.getSubjectKind().name(),
                asked.getRequirementId(),
                asked.getExpiresAt().toEpochMilli(),
                delivery.eventId(),
                delivery.traceparent());
        if (requireNonNull(clarifications).putIfAbsent(asked.getClarificationId(), opened) == null) {
            requireNonNull(due).put(dueKey(asked.getClarificationId(), opened.dueAt()), asked.getClarificationId());
        }
    }

    private void close(ClarificationAnswered answered) {
        String id = answered.getClarificationId();
        OpenClarification known = requireNonNull(clarifications).get(id);
        OpenClarification answeredFirst = new OpenClarification(
                false,
                answered.getSubjectId(),
                answered.getSubjectKind().name(),
                answered.getRequirementId(),
                0,
                null,
                null);
        clarifications.put(id, known == null ? answeredFirst : known.closed());
        if (known != null) {
            requireNonNull(due).delete(dueKey(id, known.dueAt()));
        }
    }

    private void expire(long now) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, String> overdue = requireNonNull(due).range(null, dueKey("", now))) {
            while (overdue.hasNext() && keys.size() < MOST_AT_ONCE) {
                keys.add(overdue.peekNextKey());
                expire(overdue.next().value, Instant.ofEpochMilli(now));
            }
        }
        keys.forEach(requireNonNull(due)::delete);
    }

    private void expire(String id, Instant now) {
        OpenClarification expired = requireNonNull(clarifications).get(id);
        if (expired == null || !expired.open()) {
            return;
        }
        clarifications.put(id, expired.closed());
        ClarificationExpired event = new ClarificationExpired(
                id, expired.subjectId(), SubjectKind.valueOf(expired.subjectKind()), expired.requirementId(), now);
        EventIdentity identity = new EventIdentity(
                EventIdentity.derive(id, "expired"),
                expired.causeEventId(),
                expired.requirementId(),
                expired.traceparent());
        context()
                .forward(new Record<>(
                        expired.subjectId(),
                        event,
                        now.toEpochMilli(),
                        streams.envelope(Topics.CLARIFICATION_EXPIRED, event, identity, now)));
    }

    /** Sorts by deadline, then by id. */
    private static String dueKey(String clarificationId, long dueAt) {
        return "%019d/%s".formatted(Math.max(0, dueAt), clarificationId);
    }
}
