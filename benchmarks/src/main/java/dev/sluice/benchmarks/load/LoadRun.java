package dev.sluice.benchmarks.load;

import dev.sluice.benchmarks.measure.Part;
import dev.sluice.benchmarks.measure.Processes;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs rounds against a stack, one after the other, each on a stack that has nothing left to do. */
public final class LoadRun implements AutoCloseable {

    private static final Duration CATCH_UP = Duration.ofMinutes(2);

    private final KafkaEventPublisher publisher;
    private final Decisions decisions;
    private final Backlog backlog;
    private final Processes processes;
    private final Sender sender;
    private int sent;

    private LoadRun(MessagingSettings settings, Path postgresData, StorySource stories) {
        publisher = KafkaEventPublisher.open(settings, "benchmark");
        decisions = new Decisions(settings);
        backlog = new Backlog(settings.client());
        processes = Processes.watch(postgresData);
        sender = new Sender(publisher, stories);
    }

    /** Connects to a stack that is ready and whose PostgreSQL keeps its data in {@code postgresData}. */
    public static LoadRun open(MessagingSettings settings, Path postgresData, StorySource stories) {
        return new LoadRun(settings, postgresData, stories);
    }

    /** Runs a round to its end or its deadline. */
    public RoundResult run(Round round) throws InterruptedException {
        Ledger ledger = decisions.expect(round);
        processes.resetPeaks();
        Map<Part, Duration> before = processes.processorTime();
        sender.send(round, sent, ledger);
        sent += round.stories();
        ledger.await(round.deadline().toNanos());
        long decided = System.nanoTime();
        Backlog.Wait rest = backlog.await(CATCH_UP);
        Map<Part, Duration> used = difference(before, processes.processorTime());
        return new RoundResult(
                round,
                names(round, ledger.lost()),
                names(round, ledger.doubled()),
                ledger.outcomes(),
                Duration.ofNanos(ledger.spanNanos()),
                ledger.latencies(),
                Duration.ofNanos(Math.max(0, rest.lastMoveNanos() - decided)),
                rest.behind(),
                used,
                processes.peaks(),
                liveHeap());
    }

    /** What consumers have not read, by group and partition: for the report of a run that failed. */
    public Map<String, Long> unread() throws InterruptedException {
        return backlog.behind();
    }

    @Override
    public void close() {
        processes.close();
        backlog.close();
        decisions.close();
        publisher.close();
    }

    private static List<String> names(Round round, List<Integer> numbers) {
        return numbers.stream()
                .map(number -> new StoryName(round.name(), number).requirementId())
                .toList();
    }

    private static Map<Part, Duration> difference(Map<Part, Duration> before, Map<Part, Duration> after) {
        Map<Part, Duration> difference = new EnumMap<>(Part.class);
        after.forEach((part, used) -> difference.put(part, used.minus(before.getOrDefault(part, Duration.ZERO))));
        return difference;
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
