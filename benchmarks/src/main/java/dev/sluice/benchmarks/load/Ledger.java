package dev.sluice.benchmarks.load;

import dev.sluice.benchmarks.measure.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Who was sent and who was answered in one round. Times are of {@link System#nanoTime}. Safe for many threads. */
final class Ledger {

    private final long[] sent;
    private final long[] decided;
    private final int[] decisions;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final CountDownLatch open;

    Ledger(int stories) {
        sent = new long[stories];
        decided = new long[stories];
        decisions = new int[stories];
        open = new CountDownLatch(stories);
    }

    synchronized void sent(int story, long at) {
        sent[story] = at;
    }

    /** Counts a decision; the first one of a story ends its time. */
    synchronized void decided(int story, long at, String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
        if (decisions[story]++ == 0) {
            decided[story] = at;
            open.countDown();
        }
    }

    /** Waits until every story has a decision; false if the time was too short. */
    boolean await(long nanos) throws InterruptedException {
        return open.await(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized List<Integer> lost() {
        return IntStream.range(0, decisions.length)
                .filter(story -> decisions[story] == 0)
                .boxed()
                .toList();
    }

    synchronized List<Integer> doubled() {
        return IntStream.range(0, decisions.length)
                .filter(story -> decisions[story] > 1)
                .boxed()
                .toList();
    }

    synchronized Map<String, Integer> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** From sending to decision, of the stories that have one. */
    synchronized Percentiles latencies() {
        List<Long> nanos = new ArrayList<>();
        for (int story = 0; story < sent.length; story++) {
            if (decisions[story] > 0) {
                nanos.add(decided[story] - sent[story]);
            }
        }
        return Percentiles.of(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    /** From the first sending to the last decision. */
    synchronized long spanNanos() {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int story = 0; story < sent.length; story++) {
            if (decisions[story] > 0) {
                first = Math.min(first, sent[story]);
                last = Math.max(last, decided[story]);
            }
        }
        return first > last ? 0 : last - first;
    }
}
