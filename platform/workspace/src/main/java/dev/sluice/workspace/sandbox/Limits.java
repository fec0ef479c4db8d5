package dev.sluice.workspace.sandbox;

import java.time.Duration;

/**
 * What a command may use. Reaching time, memory or processes ends it; output beyond its limit is dropped from the middle.
 *
 * @param time wall time
 * @param memoryBytes resident memory of all its processes together
 * @param processes processes and threads it may have at once
 * @param outputBytes how much output is kept
 * @param fileBytes size of the largest file it may write
 */
public record Limits(Duration time, long memoryBytes, int processes, int outputBytes, long fileBytes) {

    public Limits {
        if (time.isNegative()
                || time.isZero()
                || memoryBytes <= 0
                || processes <= 0
                || outputBytes <= 0
                || fileBytes <= 0) {
            throw new IllegalArgumentException("Every limit must be positive.");
        }
    }

    /** Five minutes, 3 GiB, 1024 processes and threads, 256 KiB of output kept, files up to 1 GiB. */
    public static Limits defaults() {
        return new Limits(Duration.ofMinutes(5), 3L << 30, 1024, 256 * 1024, 1L << 30);
    }

    public Limits withTime(Duration limit) {
        return new Limits(limit, memoryBytes, processes, outputBytes, fileBytes);
    }
}
