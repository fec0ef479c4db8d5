package dev.sluice.metrics.adapter.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Measurement;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MicrometerFiguresTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerFigures figures = new MicrometerFigures(registry);

    @Test
    void countersGrowAndTimersRecord() {
        figures.add(Measurement.one(FlowMetric.REVIEWS, "policy", "approve"));
        figures.add(Measurement.one(FlowMetric.REVIEWS, "policy", "approve"));
        figures.add(Measurement.lasting(FlowMetric.STAGE, Duration.ofMillis(1500), "review"));

        assertThat(registry.get("sluice.flow.reviews")
                        .tags("role", "policy", "verdict", "approve")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("sluice.flow.story.stage")
                        .tag("stage", "review")
                        .timer()
                        .max(java.util.concurrent.TimeUnit.MILLISECONDS))
                .isEqualTo(1500);
    }

    @Test
    void gaugesShowTheLastFigure() {
        figures.set(FlowMetric.DEAD_LETTERS, 4, "story.planned-dlt");
        figures.set(FlowMetric.DEAD_LETTERS, 2, "story.planned-dlt");
        figures.set(FlowMetric.OPEN_STORIES, 7);

        assertThat(registry.get("sluice.flow.dead.letters")
                        .tag("topic", "story.planned-dlt")
                        .gauge()
                        .value())
                .isEqualTo(2);
        assertThat(registry.get("sluice.flow.stories.open").gauge().value()).isEqualTo(7);
    }

    @Test
    void aLabelThatOthersFillCannotGrowWithoutEnd() {
        for (int i = 0; i < 500; i++) {
            figures.add(Measurement.one(FlowMetric.REASONS, "blocked", "CODE_" + i));
        }
        figures.add(Measurement.one(FlowMetric.REASONS, "blocked", "x".repeat(500)));

        assertThat(registry.find("sluice.flow.release.reasons").counters()).hasSize(101);
        assertThat(registry.get("sluice.flow.release.reasons")
                        .tag("code", "other")
                        .counter()
                        .count())
                .isEqualTo(401);
    }

    @Test
    void aMeasurementHasAValueForEachLabelOfItsMetric() {
        assertThatThrownBy(() -> Measurement.one(FlowMetric.REVIEWS, "policy")).hasMessageContaining("[role, verdict]");
    }

    @Test
    void theReadmeNamesEveryMetricWithItsLabels() throws Exception {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Arrays.asList(FlowMetric.values())).allSatisfy(metric -> {
            String suffix = switch (metric.kind()) {
                case COUNTER -> "_total";
                case TIMER -> "_seconds";
                case GAUGE -> "";
            };
            assertThat(readme)
                    .contains("| `" + metric.id().replace('.', '_') + suffix + "` | "
                            + String.join(", ", metric.labels()));
        });
    }
}
