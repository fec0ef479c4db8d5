package dev.sluice.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All parts that Sluice stands on, started at the same time. */
public final class EmbeddedParts implements AutoCloseable {

    /** Told once per part, from the thread that started it. */
    @FunctionalInterface
    public interface Progress {
        void ready(String part, Duration elapsed);
    }

    /** Ports to listen on; 0 means any. */
    public record PortPlan(int kafka, int registry, int redis, int postgres) {
        public static PortPlan any() {
            return new PortPlan(0, 0, 0, 0);
        }
    }

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final EmbeddedRedis redis;
    private final EmbeddedPostgres postgres;

    private EmbeddedParts(
            EmbeddedKafka kafka, EmbeddedRegistry registry, EmbeddedRedis redis, EmbeddedPostgres postgres) {
        this.kafka = kafka;
        this.registry = registry;
        this.redis = redis;
        this.postgres = postgres;
    }

    /** Parts whose data stays under {@code folder}. Not started yet. */
    public static EmbeddedParts in(Path folder, PortPlan ports) {
        return new EmbeddedParts(
                EmbeddedKafka.in(folder.resolve("kafka"), ports.kafka()),
                EmbeddedRegistry.in(folder.resolve("registry"), ports.registry()),
                EmbeddedRedis.in(folder.resolve("redis"), ports.redis()),
                EmbeddedPostgres.in(folder.resolve("postgres"), ports.postgres()));
    }

    /** Parts on free ports whose data goes when they are closed. Not started yet. */
    public static EmbeddedParts temporary() {
        return new EmbeddedParts(
                EmbeddedKafka.temporary(),
                EmbeddedRegistry.temporary(),
                EmbeddedRedis.temporary(),
                EmbeddedPostgres.temporary());
    }

    /**
     * Starts all and returns when all are ready; if one fails, the others are stopped.
     *
     * @throws PartFailure of the first part that did not start
     */
    public EmbeddedParts start(Progress progress) {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-part-", 1).factory())) {
            List<Future<?>> starting = new ArrayList<>();
            starting.add(threads.submit(timed("Registry", registry::start, begun, progress)));
            starting.add(threads.submit(timed("Kafka", kafka::start, begun, progress)));
            starting.add(threads.submit(timed("PostgreSQL", postgres::start, begun, progress)));
            starting.add(threads.submit(timed("Redis", redis::start, begun, progress)));
            for (Future<?> part : starting) {
                part.get();
            }
            return this;
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof PartFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("A part did not start: " + e.getCause(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the parts were starting", e);
        }
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    public EmbeddedRedis redis() {
        return redis;
    }

    public EmbeddedPostgres postgres() {
        return postgres;
    }

    /** Stops all, also after a failed start. */
    @Override
    public void close() {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("stop-part-", 1).factory())) {
            threads.execute(kafka::close);
            threads.execute(registry::close);
            threads.execute(redis::close);
            threads.execute(postgres::close);
        }
    }

    private static Callable<Void> timed(String part, Callable<?> start, long begun, Progress progress) {
        return () -> {
            start.call();
            progress.ready(part, Duration.ofNanos(System.nanoTime() - begun));
            return null;
        };
    }
}
