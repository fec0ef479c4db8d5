package dev.sluice.metrics.application;

import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Measurement;

/** Where figures are kept. */
public interface Figures {

    /** Adds to a counter or timer. */
    void add(Measurement measurement);

    /** Sets a gauge; {@code values} are those of its labels. */
    void set(FlowMetric gauge, double amount, String... values);
}
