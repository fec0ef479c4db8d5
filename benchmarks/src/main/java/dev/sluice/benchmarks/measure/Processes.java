package dev.sluice.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Processor time and peak memory of this JVM and the servers beside it. PostgreSQL is many processes that share memory: its
 * peak is the highest sum of proportional memory seen in samples; every other peak is the kernel's own mark.
 */
public final class Processes implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final long self = ProcessHandle.current().pid();
    private final Map<Part, Long> children;
    private final Optional<Long> postmaster;
    private final ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("memory-samples").daemon().factory());
    private volatile long sharedPeak;

    private Processes(Map<Part, Long> children, Optional<Long> postmaster) {
        this.children = children;
        this.postmaster = postmaster;
    }

    /**
     * Begins to watch; the servers must be running.
     *
     * @param postgresData data directory of PostgreSQL, which is no child of this process
     */
    public static Processes watch(Path postgresData) {
        Processes processes = new Processes(children(), postmaster(postgresData));
        processes.sampler.scheduleWithFixedDelay(processes::sample, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return processes;
    }

    /** Begins new peaks. */
    public void resetPeaks() {
        ProcFiles.resetPeak(self);
        servers().values().forEach(pids -> pids.forEach(ProcFiles::resetPeak));
        sharedPeak = 0;
        sample();
    }

    /** Processor time used so far, by part. */
    public Map<Part, Duration> processorTime() {
        Map<Part, Duration> used = new EnumMap<>(Part.class);
        used.put(Part.SERVICES_AND_BROKER, ProcFiles.own(self));
        used.put(Part.COMMANDS, ProcFiles.ofEndedChildren(self));
        servers()
                .forEach((part, pids) -> used.put(
                        part,
                        pids.stream()
                                .map(pid -> ProcFiles.own(pid).plus(ProcFiles.ofEndedChildren(pid)))
                                .reduce(Duration.ZERO, Duration::plus)));
        return used;
    }

    /** Highest resident bytes since {@link #resetPeaks}, by part. */
    public Map<Part, Long> peaks() {
        Map<Part, Long> peaks = new EnumMap<>(Part.class);
        peaks.put(Part.SERVICES_AND_BROKER, ProcFiles.peakBytes(self));
        servers()
                .forEach((part, pids) -> peaks.put(
                        part,
                        part == Part.POSTGRES
                                ? sharedPeak
                                : pids.stream().mapToLong(ProcFiles::peakBytes).sum()));
        return peaks;
    }

    @Override
    public void close() {
        sampler.shutdownNow();
    }

    private void sample() {
        long now = postgres().stream().mapToLong(ProcFiles::proportionalBytes).sum();
        sharedPeak = Math.max(sharedPeak, now);
    }

    private Map<Part, List<Long>> servers() {
        Map<Part, List<Long>> servers = new EnumMap<>(Part.class);
        children.forEach((part, pid) -> servers.put(part, List.of(pid)));
        servers.put(Part.POSTGRES, postgres());
        return servers;
    }

    /** The server and its workers, which come and go. */
    private List<Long> postgres() {
        List<Long> pids = new ArrayList<>();
        postmaster.ifPresent(pid -> {
            pids.add(pid);
            pids.addAll(ProcFiles.children(pid));
        });
        return pids;
    }

    private static Map<Part, Long> children() {
        Map<Part, Long> children = new EnumMap<>(Part.class);
        ProcessHandle.current()
                .descendants()
                .forEach(child -> Part.of(child).ifPresent(part -> children.put(part, child.pid())));
        return children;
    }

    private static Optional<Long> postmaster(Path data) {
        try {
            List<String> lock = Files.readAllLines(data.resolve("postmaster.pid"));
            return Optional.of(Long.parseLong(lock.getFirst().strip()));
        } catch (IOException | RuntimeException notRunning) {
            return Optional.empty();
        }
    }
}
