package dev.sluice.messaging.kafka;

import dev.sluice.messaging.TransientFailure;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds the one call per key that asks the registry; later calls find its answer cached and run at once. The vendors'
 * clients have no time limit of their own, and a thread that polls must not wait for ever.
 */
final class FirstCall<K> {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Set<K> answered = ConcurrentHashMap.newKeySet();

    <T> T of(K key, Callable<T> call) {
        try {
            if (answered.contains(key)) {
                return call.call();
            }
            T result = within(call);
            answered.add(key);
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T within(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().name("registry").start(task);
        try {
            return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new TransientFailure("The schema registry did not answer within " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while asking the schema registry", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }
}
