package dev.sluice.messaging.consuming;

import dev.sluice.messaging.MessagingMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts what one consumer does with one topic. */
final class Progress {

    private final MeterRegistry registry;
    private final String topic;
    private final String group;
    private final Counter handled;
    private final Counter retried;
    private final Counter deadLettered;
    private final Timer lag;
    private final Timer duration;

    Progress(MeterRegistry registry, String topic, String group) {
        this.registry = registry;
        this.topic = topic;
        this.group = group;
        this.handled = counter(MessagingMeter.HANDLED);
        this.retried = counter(MessagingMeter.RETRIED);
        this.deadLettered = counter(MessagingMeter.DEAD_LETTERED);
        this.lag = timer(MessagingMeter.LAG);
        this.duration = timer(MessagingMeter.DURATION);
    }

    void handled() {
        handled.increment();
    }

    void retried() {
        retried.increment();
    }

    void deadLettered() {
        deadLettered.increment();
    }

    void began(long recordTimestamp) {
        lag.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - recordTimestamp)));
    }

    void took(long nanos) {
        duration.record(Duration.ofNanos(nanos));
    }

    void gauge(MessagingMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.id(), value).tag("topic", topic).tag("group", group).register(registry);
    }

    private Counter counter(MessagingMeter meter) {
        return Counter.builder(meter.id())
                .tag("topic", topic)
                .tag("group", group)
                .register(registry);
    }

    private Timer timer(MessagingMeter meter) {
        return Timer.builder(meter.id()).tag("topic", topic).tag("group", group).register(registry);
    }
}
