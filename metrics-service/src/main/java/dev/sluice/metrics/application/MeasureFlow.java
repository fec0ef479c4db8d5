package dev.sluice.metrics.application;

import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Happening;
import dev.sluice.metrics.domain.RecentIds;
import dev.sluice.metrics.domain.StoryClock;
import java.util.List;

/** Measures each happening once, however often it is delivered within the window of remembered ids. */
public final class MeasureFlow {

    private final Figures figures;
    private final RecentIds recent;
    private final StoryClock clock;

    public MeasureFlow(Figures figures, RecentIds recent, StoryClock clock) {
        this.figures = figures;
        this.recent = recent;
        this.clock = clock;
    }

    /** Measures what happened, in order. */
    public synchronized void handle(List<Happening> happenings) {
        for (Happening happening : happenings) {
            if (recent.first(happening.eventId())) {
                happening.measurements().forEach(figures::add);
                if (happening.milestone() != null) {
                    clock.on(happening.milestone()).forEach(figures::add);
                }
            }
        }
        figures.set(FlowMetric.OPEN_STORIES, clock.open());
    }
}
