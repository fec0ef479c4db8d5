package dev.sluice.metrics.adapter.micrometer;

import dev.sluice.metrics.application.Figures;
import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Measurement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Keeps figures in a Micrometer registry. */
public final class MicrometerFigures implements Figures {

    private static final int MOST_VALUES_PER_LABEL = 100;

    /** Upper bounds of the timers' buckets: a story takes seconds with a recorded model and hours with people. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofDays(1)
    };

    private record Series(FlowMetric metric, Tags tags) {}

    private final MeterRegistry registry;
    private final Map<String, FewValues> values = new ConcurrentHashMap<>();
    private final Map<Series, AtomicReference<Double>> gauges = new ConcurrentHashMap<>();

    public MicrometerFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void add(Measurement measurement) {
        FlowMetric metric = measurement.metric();
        Tags tags = tags(metric, measurement.values());
        switch (metric.kind()) {
            case COUNTER ->
                Counter.builder(metric.id())
                        .description(metric.description())
                        .tags(tags)
                        .register(registry)
                        .increment(measurement.amount());
            case TIMER ->
                Timer.builder(metric.id())
                        .description(metric.description())
                        .tags(tags)
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry)
                        .record(Duration.ofMillis(Math.round(measurement.amount() * 1000)));
            case GAUGE -> throw new IllegalArgumentException(metric + " is set, not added to");
        }
    }

    @Override
    public void set(FlowMetric metric, double amount, String... labelValues) {
        Tags tags = tags(metric, List.of(labelValues));
        gauges.computeIfAbsent(new Series(metric, tags), unset -> {
                    AtomicReference<Double> value = new AtomicReference<>(amount);
                    Gauge.builder(metric.id(), value, AtomicReference::get)
                            .description(metric.description())
                            .tags(tags)
                            .strongReference(true)
                            .register(registry);
                    return value;
                })
                .set(amount);
    }

    private Tags tags(FlowMetric metric, List<String> labelValues) {
        return Tags.of(IntStream.range(0, labelValues.size())
                .mapToObj(i -> {
                    String label = metric.labels().get(i);
                    FewValues few = values.computeIfAbsent(
                            metric.id() + "/" + label, unused -> new FewValues(MOST_VALUES_PER_LABEL));
                    return Tag.of(label, few.of(labelValues.get(i)));
                })
                .toList());
    }
}
