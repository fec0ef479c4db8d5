package dev.sluice.messaging.consuming;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventHandler;
import dev.sluice.messaging.consuming.Lanes.Outcome;
import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.Failures;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Runs one attempt of one record through a handler and says what is to become of it. */
final class HandlerRun<T extends SpecificRecord> {

    /** How soon a resumed scope is noticed. */
    private static final Duration HELD = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(HandlerRun.class);

    private final EventHandler<T> handler;
    private final String group;
    private final Control control;
    private final DeadLetterWriter deadLetters;
    private final Backoff backoff;
    private final Progress progress;
    private final BooleanSupplier stopping;

    HandlerRun(
            EventHandler<T> handler,
            String group,
            Control control,
            DeadLetterWriter deadLetters,
            Backoff backoff,
            Progress progress,
            BooleanSupplier stopping) {
        this.handler = handler;
        this.group = group;
        this.control = control;
        this.deadLetters = deadLetters;
        this.backoff = backoff;
        this.progress = progress;
        this.stopping = stopping;
    }

    Outcome attempt(Work<T> work) {
        if (stopping.getAsBoolean()) {
            return new Outcome.Abandoned();
        }
        if (work.dead == null) {
            if (isHeld(work)) {
                return new Outcome.RunAgain(HELD);
            }
            Throwable failure = handle(work);
            if (failure == null) {
                progress.handled();
                return new Outcome.Done();
            }
            if (stopping.getAsBoolean()) {
                return new Outcome.Abandoned(); // it was interrupted: not its fault
            }
            if (mayRecover(work, failure)) {
                return again(work, failure);
            }
            work.dead = failure;
        }
        return bury(work, work.dead);
    }

    private boolean isHeld(Work<T> work) {
        return control.paused("all") || work.scopes.stream().anyMatch(control::paused);
    }

    @SuppressWarnings("CatchingUnchecked")
    private @org.jspecify.annotations.Nullable Throwable handle(Work<T> work) {
        T event = work.event;
        if (event == null) {
            return null;
        }
        if (work.failures == 0) {
            progress.began(work.record.timestamp());
        }
        long begun = System.nanoTime();
        MDC.put("eventId", work.delivery.eventId());
        MDC.put("correlationId", work.delivery.correlationId());
        try {
            handler.on(event, work.delivery);
            return null;
        } catch (Throwable e) { // a handler's failure is data here, whatever its type
            return e;
        } finally {
            MDC.clear();
            progress.took(System.nanoTime() - begun);
        }
    }

    private boolean mayRecover(Work<T> work, Throwable failure) {
        if (work.failures == 0) {
            work.firstFailure = System.nanoTime();
        }
        return Failures.isTransient(failure) && !backoff.isSpent(work.firstFailure);
    }

    private Outcome bury(Work<T> work, Throwable failure) {
        try {
            deadLetters.write(work.record, failure, group);
            progress.deadLettered();
            return new Outcome.Done();
        } catch (RuntimeException e) {
            if (stopping.getAsBoolean()) {
                return new Outcome.Abandoned();
            }
            return again(work, e);
        }
    }

    private Outcome again(Work<T> work, Throwable failure) {
        work.failures++;
        Duration wait = backoff.after(work.failures);
        progress.retried();
        LOG.atWarn()
                .addKeyValue("topic", work.record.topic())
                .addKeyValue("key", work.delivery.key())
                .addKeyValue("failures", work.failures)
                .addKeyValue("again_in_ms", wait.toMillis())
                .addKeyValue("reason", Failures.reason(failure))
                .log("An event could not be handled yet and will be handled again");
        return new Outcome.RunAgain(wait);
    }
}
