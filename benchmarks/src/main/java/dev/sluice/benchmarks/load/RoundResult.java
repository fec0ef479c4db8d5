package dev.sluice.benchmarks.load;

import dev.sluice.benchmarks.measure.Part;
import dev.sluice.benchmarks.measure.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one round measured.
 *
 * @param lost stories without a decision at the deadline
 * @param doubled stories with more than one decision
 * @param outcomes how many decisions had which outcome and first reason
 * @param span from the first story sent to the last decision
 * @param latencies nanoseconds from story to decision, raw
 * @param caughtUp how long after the last decision every consumer had read everything
 * @param behind events that were still unread when that wait ended; 0 unless it was given up
 * @param processorTime used from the first story until everything was read, by part
 * @param peakBytes highest resident memory in the round, by part
 * @param liveHeapBytes heap in use after a full collection at the end
 */
public record RoundResult(
        Round round,
        List<String> lost,
        List<String> doubled,
        Map<String, Integer> outcomes,
        Duration span,
        Percentiles latencies,
        Duration caughtUp,
        long behind,
        Map<Part, Duration> processorTime,
        Map<Part, Long> peakBytes,
        long liveHeapBytes) {

    /** Decided stories per second of {@link #span}. */
    public double perSecond() {
        return span.isZero() ? 0 : latencies.count() * 1e9 / span.toNanos();
    }

    /** Processor time of a part for one story, in microseconds. */
    public double microsPerStory(Part part) {
        return processorTime.getOrDefault(part, Duration.ZERO).toNanos() / 1e3 / round.stories();
    }

    /** Whether every story was decided exactly once. */
    public boolean complete() {
        return lost.isEmpty() && doubled.isEmpty();
    }
}
