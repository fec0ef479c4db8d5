package dev.sluice.benchmarks.measure;

import java.util.Arrays;

/** Percentiles of raw values by nearest rank: every answer is a value that was measured. */
public final class Percentiles {

    private final long[] sorted;

    private Percentiles(long[] sorted) {
        this.sorted = sorted;
    }

    /** Of these values, in any order. */
    public static Percentiles of(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** How many values there are. */
    public int count() {
        return sorted.length;
    }

    /**
     * The smallest value that at least {@code percent} of all values do not exceed; 0 if there are none.
     *
     * @param percent above 0, at most 100
     */
    public long at(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("A percentile is above 0 and at most 100, not " + percent + ".");
        }
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }
}
