package dev.sluice.metrics.domain;

import java.time.Duration;
import java.util.List;

/**
 * One figure to add.
 *
 * @param values of the metric's labels, in their order
 * @param amount what to add to a counter; seconds for a timer
 */
public record Measurement(FlowMetric metric, List<String> values, double amount) {

    public Measurement {
        values = List.copyOf(values);
        if (values.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels() + ", not " + values);
        }
        if (!(amount >= 0)) {
            throw new IllegalArgumentException(metric + " cannot grow by " + amount);
        }
    }

    /** One more of something. */
    public static Measurement one(FlowMetric metric, String... values) {
        return new Measurement(metric, List.of(values), 1);
    }

    /** A duration; clocks that disagree never give less than nothing. */
    public static Measurement lasting(FlowMetric metric, Duration duration, String... values) {
        return new Measurement(metric, List.of(values), Math.max(0, duration.toMillis()) / 1000.0);
    }
}
