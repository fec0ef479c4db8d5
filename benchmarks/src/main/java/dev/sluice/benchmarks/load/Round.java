package dev.sluice.benchmarks.load;

import java.time.Duration;

/**
 * One measurement.
 *
 * @param name of letters and digits, unique in a run
 * @param stories how many
 * @param perSecond how many are sent each second, evenly; 0 sends all at once
 * @param deadline how long the decisions may take after the last story was due
 */
public record Round(String name, int stories, int perSecond, Duration deadline) {

    public Round {
        if (!name.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException("The name of a round is of letters and digits, not \"" + name + "\".");
        }
        if (stories < 1 || perSecond < 0) {
            throw new IllegalArgumentException("A round has at least one story and no negative rate.");
        }
    }

    /** Whether the stories are sent at a steady rate. */
    public boolean paced() {
        return perSecond > 0;
    }

    /** When story {@code number} is due after the start of the round. */
    long dueNanos(int number) {
        return paced() ? number * 1_000_000_000L / perSecond : 0;
    }
}
