package dev.sluice.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.metrics.domain.Milestone.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final StoryClock clock = new StoryClock(3);

    @Test
    void timesEveryStageOnceAndForgetsTheStoryAfterItsMerge() {
        assertThat(measured("s", Point.PLANNED, 0)).isEmpty();
        assertThat(measured("s", Point.GENERATED, 10)).containsExactly("development 10.0");
        assertThat(measured("s", Point.DECIDED, 15)).containsExactly("review 5.0", "decided 15.0");
        assertThat(measured("s", Point.GENERATED, 20)).as("rebased").isEmpty();
        assertThat(measured("s", Point.DECIDED, 25)).as("decided again").isEmpty();
        assertThat(measured("s", Point.MERGED, 30)).containsExactly("merge 15.0", "merged 30.0");
        assertThat(clock.open()).isZero();
    }

    @Test
    void theOrderInWhichEventsAreReadDoesNotMatter() {
        List<String> all = new ArrayList<>();
        for (Point point : List.of(Point.MERGED, Point.DECIDED, Point.GENERATED, Point.PLANNED)) {
            all.addAll(measured("s", point, point.ordinal() * 10));
        }

        assertThat(all)
                .containsExactlyInAnyOrder(
                        "development 10.0", "review 10.0", "merge 10.0", "decided 20.0", "merged 30.0");
    }

    @Test
    void clocksThatDisagreeNeverGiveLessThanNothing() {
        measured("s", Point.PLANNED, 10);

        assertThat(measured("s", Point.GENERATED, 5)).containsExactly("development 0.0");
    }

    @Test
    void remembersABoundedNumberOfStoriesAndForgetsTheOldest() {
        for (String story : Arrays.asList("a", "b", "c", "d")) {
            measured(story, Point.PLANNED, 0);
        }

        assertThat(clock.open()).isEqualTo(3);
        assertThat(measured("a", Point.GENERATED, 1)).isEmpty();
        assertThat(measured("d", Point.GENERATED, 1)).isNotEmpty();
    }

    @Test
    void anIdIsFirstUntilItFallsOutOfTheWindow() {
        RecentIds recent = new RecentIds(2);

        assertThat(recent.first("a")).isTrue();
        assertThat(recent.first("a")).isFalse();
        recent.first("b");
        recent.first("c");
        assertThat(recent.first("c")).isFalse();
        assertThat(recent.first("a")).isTrue();
    }

    private List<String> measured(String story, Point point, long second) {
        return clock.on(new Milestone(story, point, START.plus(Duration.ofSeconds(second)))).stream()
                .map(measurement -> measurement.values().get(0) + " " + measurement.amount())
                .toList();
    }
}
