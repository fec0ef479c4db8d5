package dev.sluice.metrics.domain;

import dev.sluice.metrics.domain.Milestone.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Times stories by the times in their events, which may come in any order. The first time at a point counts. Remembers a bounded
 * number of stories; the oldest is forgotten first, and a story that was forgotten is not timed.
 */
public final class StoryClock {

    private enum Span {
        DEVELOPMENT(FlowMetric.STAGE, Point.PLANNED, Point.GENERATED, "development"),
        REVIEW(FlowMetric.STAGE, Point.GENERATED, Point.DECIDED, "review"),
        MERGE(FlowMetric.STAGE, Point.DECIDED, Point.MERGED, "merge"),
        UNTIL_DECIDED(FlowMetric.LEAD, Point.PLANNED, Point.DECIDED, "decided"),
        UNTIL_MERGED(FlowMetric.LEAD, Point.PLANNED, Point.MERGED, "merged");

        private final FlowMetric metric;
        private final Point from;
        private final Point to;
        private final String label;

        Span(FlowMetric metric, Point from, Point to, String label) {
            this.metric = metric;
            this.from = from;
            this.to = to;
            this.label = label;
        }

        private @Nullable Measurement in(Map<Point, Instant> times) {
            Instant begin = times.get(from);
            Instant end = times.get(to);
            return begin == null || end == null
                    ? null
                    : Measurement.lasting(metric, Duration.between(begin, end), label);
        }
    }

    private static final class Story {
        private final Map<Point, Instant> times = new EnumMap<>(Point.class);
        private final Set<Span> measured = EnumSet.noneOf(Span.class);
    }

    private final int room;
    private final Map<String, Story> stories = new LinkedHashMap<>();

    public StoryClock(int room) {
        this.room = room;
    }

    /** Takes in a milestone and gives the durations that are complete with it. */
    public List<Measurement> on(Milestone milestone) {
        Story story = stories.computeIfAbsent(milestone.storyId(), id -> new Story());
        story.times.putIfAbsent(milestone.point(), milestone.at());
        List<Measurement> complete = new ArrayList<>();
        for (Span span : Span.values()) {
            Measurement measurement = span.in(story.times);
            if (measurement != null && story.measured.add(span)) {
                complete.add(measurement);
            }
        }
        if (story.measured.size() == Span.values().length) {
            stories.remove(milestone.storyId());
        } else if (stories.size() > room) {
            stories.remove(stories.keySet().iterator().next());
        }
        return complete;
    }

    /** How many stories are being timed. */
    public int open() {
        return stories.size();
    }
}
