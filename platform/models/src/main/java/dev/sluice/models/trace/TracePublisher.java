package dev.sluice.models.trace;

import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.TransientFailure;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes {@code model.called} without making the caller wait for the broker.
 *
 * <p>At most {@value #MOST_IN_FLIGHT} traces are on their way; beyond that callers wait, and fail transiently if the broker
 * takes none for half a minute, because their replies are in the journal and cost nothing when the event comes again. A
 * trace that was on its way when the process died is told again, under the same id, when the redelivered event finds its
 * reply in the journal (ADR 0004). One that the broker refuses for minutes is logged and counted, never dropped in silence.
 */
public final class TracePublisher implements CallObserver, AutoCloseable {

    static final int MOST_IN_FLIGHT = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(TracePublisher.class);
    private static final int TRIES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ModelCalledEvents events;
    private final EventPublisher publisher;
    private final ModelMeters meters;
    private final Semaphore room = new Semaphore(MOST_IN_FLIGHT);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("model-trace-", 0).factory());

    public TracePublisher(String service, SecretRedactor redactor, EventPublisher publisher, ModelMeters meters) {
        this.events = new ModelCalledEvents(service, redactor);
        this.publisher = publisher;
        this.meters = meters;
    }

    @Override
    public void over(Call call) {
        meters.over(call);
        try {
            if (!room.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TransientFailure(
                        "The broker takes no model.called events: " + MOST_IN_FLIGHT + " are waiting.", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while a trace waited: the service is stopping.", e);
        }
        threads.execute(() -> {
            try {
                publish(call);
            } finally {
                room.release();
            }
        });
    }

    /** Waits, half a minute at most, until every trace is with the broker. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void publish(Call call) {
        try {
            var event = events.event(call);
            var identity = events.identity(call);
            for (int attempt = 1; ; attempt++) {
                try {
                    publisher.publish(Topics.MODEL_CALLED, event, identity);
                    return;
                } catch (TransientFailure e) {
                    if (attempt == TRIES) {
                        throw e;
                    }
                    Thread.sleep(Duration.ofSeconds(1L << attempt));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost(call, e);
        } catch (RuntimeException e) {
            lost(call, e);
        }
    }

    private void lost(Call call, Exception cause) {
        meters.traceLost();
        LOG.atError()
                .setMessage("A model.called event could not be published")
                .addKeyValue("traceId", call.traceId())
                .addKeyValue("role", call.request().role().key())
                .addKeyValue("status", call.status())
                .setCause(cause)
                .log();
    }
}
