package dev.sluice.models.trace;

import dev.sluice.messaging.EventIdentity;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.provider.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one call when it is over.
 *
 * @param step step of the cause, told apart by round
 * @param journaled whether the reply came from the journal
 * @param paid the reply, null if there is none
 * @param tries every try, in order
 * @param errorType kind of failure, null for a success
 */
public record Call(
        ModelRequest<?> request,
        Question question,
        String step,
        Status status,
        boolean journaled,
        @Nullable Paid paid,
        List<Try> tries,
        @Nullable String errorType,
        @Nullable String errorMessage,
        long startedMillis,
        long endedMillis) {

    /** How a call ended. */
    public enum Status {
        SUCCEEDED,
        CACHED,
        INVALID,
        FAILED,
        TIMED_OUT,
        REFUSED
    }

    /** A call that a model answered; {@code problem} says why the answer cannot be read. */
    public static Call replied(
            ModelRequest<?> request,
            Question question,
            String step,
            Paid paid,
            boolean journaled,
            @Nullable String problem) {
        Status status = journaled ? Status.CACHED : problem == null ? Status.SUCCEEDED : Status.INVALID;
        long now = System.currentTimeMillis();
        return new Call(
                request,
                question,
                step,
                status,
                journaled,
                paid,
                paid.tries(),
                problem == null ? null : "UNREADABLE",
                problem,
                journaled ? now : paid.startedMillis(),
                journaled ? now : paid.endedMillis());
    }

    /**
     * Id of the trace and its event. One paid reply has one id: found again in the journal it is told again under the
     * same id, so that a trace lost in a crash is made good and a subscriber that drops repeats counts it once. A call
     * that brought no reply is a fact of its own each time.
     */
    public String traceId() {
        String name = "model:" + step + (paid == null ? ":" + startedMillis : "");
        return EventIdentity.derive(request.causeEventId(), name);
    }
}
