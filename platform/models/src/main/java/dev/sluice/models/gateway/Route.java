package dev.sluice.models.gateway;

import dev.sluice.messaging.TransientFailure;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderFailure.Kind;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import dev.sluice.models.trace.Try;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One model of one provider with its guards. */
final class Route {

    /** Longest wait on a route while another one is there to fail over to. */
    private static final Duration PATIENCE_WITH_ALTERNATIVE = Duration.ofSeconds(2);

    private final String provider;
    private final String model;
    private final ModelProvider target;
    private final Guarding guarding;
    private final CircuitBreaker breaker;
    private final Retry retry;
    private final Bulkhead bulkhead;
    private final ExecutorService threads;
    private final AtomicLong leaveAloneUntil = new AtomicLong(System.nanoTime());

    Route(
            String provider,
            String model,
            ModelProvider target,
            Guarding guarding,
            Guards guards,
            ExecutorService threads) {
        this.provider = provider;
        this.model = model;
        this.target = target;
        this.guarding = guarding;
        this.threads = threads;
        String name = provider + "/" + model;
        breaker = guards.breakers().circuitBreaker(name, guarding.breaker());
        retry = guards.retries().retry(name, guarding.retry());
        bulkhead = guards.bulkheads().bulkhead(name, guarding.bulkhead());
    }

    String provider() {
        return provider;
    }

    String model() {
        return model;
    }

    String name() {
        return provider + "/" + model;
    }

    String system() {
        return target.system();
    }

    String breakerState() {
        return breaker.getState().name();
    }

    /**
     * Asks, repeating what may pass. Every try is added to {@code tries}.
     *
     * @param last whether there is no other route to fail over to
     */
    ProviderReply ask(Question question, Deadline deadline, boolean last, List<Try> tries) throws ProviderFailure {
        Question mine = question.to(model);
        try {
            return retry.executeCallable(() -> {
                try {
                    return once(mine, deadline, tries);
                } catch (ProviderFailure failure) {
                    throw againOrNot(failure, deadline, last);
                }
            });
        } catch (TryAgain exhausted) {
            throw exhausted.failure();
        } catch (ProviderFailure | RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("The call to " + name() + " was interrupted: the service is stopping.", e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ProviderReply once(Question question, Deadline deadline, List<Try> tries) throws Exception {
        long started = System.nanoTime();
        try {
            ProviderReply reply =
                    breaker.executeCallable(() -> bulkhead.executeCallable(() -> limited(question, deadline)));
            tries.add(new Try(provider, model, "SUCCEEDED", millisSince(started)));
            return reply;
        } catch (CallNotPermittedException e) {
            throw noted(
                    new ProviderFailure(Kind.BREAKER_OPEN, "It failed too often lately and is left alone for a while."),
                    tries,
                    started);
        } catch (BulkheadFullException e) {
            throw noted(new ProviderFailure(Kind.BUSY, "Too many calls to it are waiting already."), tries, started);
        } catch (ProviderFailure failure) {
            if (failure.kind() == Kind.UNAUTHORISED) {
                breaker.transitionToOpenState();
            }
            throw noted(failure, tries, started);
        }
    }

    private ProviderReply limited(Question question, Deadline deadline) throws Exception {
        if (deadline.over()) {
            throw new ProviderFailure(Kind.BUSY, "No time was left after waiting for a free place.");
        }
        Duration alone = Duration.ofNanos(leaveAloneUntil.get() - System.nanoTime());
        if (alone.isPositive()) {
            throw new ProviderFailure(
                    Kind.RATE_LIMITED,
                    "The provider asked to be left alone for " + alone.toSeconds() + " s more.",
                    alone,
                    null,
                    null);
        }
        try {
            return target.local() ? target.ask(question) : inTime(() -> target.ask(question), deadline);
        } catch (ProviderFailure failure) {
            if (failure.kind() == Kind.RATE_LIMITED && failure.retryAfter() != null) {
                leaveAloneUntil.set(System.nanoTime() + failure.retryAfter().toNanos());
            }
            throw failure;
        }
    }

    private ProviderReply inTime(Callable<ProviderReply> call, Deadline deadline) throws Exception {
        Duration limit = shorter(guarding.timeLimit(), deadline.left());
        Future<ProviderReply> answer = threads.submit(call);
        try {
            return TimeLimiter.of(limit).executeFutureSupplier(() -> answer);
        } catch (TimeoutException e) {
            throw new ProviderFailure(Kind.TIMED_OUT, "No answer within " + limit.toSeconds() + " s.", null, null, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Exception againOrNot(ProviderFailure failure, Deadline deadline, boolean last) {
        if (!failure.kind().worthRepeating()) {
            return failure;
        }
        Duration pause = failure.retryAfter() == null ? Guarding.FIRST_PAUSE : failure.retryAfter();
        Duration patience = last ? deadline.left() : shorter(deadline.left(), PATIENCE_WITH_ALTERNATIVE);
        return pause.compareTo(patience) < 0 ? new TryAgain(failure, pause) : failure;
    }

    private ProviderFailure noted(ProviderFailure failure, List<Try> tries, long started) {
        tries.add(new Try(provider, model, failure.kind().name(), millisSince(started)));
        return failure;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static long millisSince(long started) {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
