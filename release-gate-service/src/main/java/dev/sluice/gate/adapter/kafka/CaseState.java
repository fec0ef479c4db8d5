package dev.sluice.gate.adapter.kafka;

import dev.sluice.gate.domain.ReleaseCase;
import dev.sluice.messaging.Delivery;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the gate keeps of one change. */
sealed interface CaseState {

    /**
     * Not decided yet.
     *
     * @param trail envelope of the change, null while only verdicts have come
     */
    record Open(ReleaseCase release, @Nullable Trail trail) implements CaseState {}

    /** Decided: what still comes changes nothing. */
    record Closed(Instant at) implements CaseState {}

    /** What the decision's envelope is derived from, whichever event or deadline brings it about. */
    record Trail(
            String eventId, String correlationId, @Nullable String traceparent) {
        static Trail of(Delivery delivery) {
            return new Trail(delivery.eventId(), delivery.correlationId(), delivery.traceparent());
        }
    }
}
