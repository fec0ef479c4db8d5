package dev.sluice.messaging.consuming;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.EventHandler;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.deadletters.DeadLetterWriter;
import dev.sluice.messaging.kafka.EventSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** The consumers of all handlers of one service. */
public final class EventConsumers implements AutoCloseable {

    private final MessagingSettings settings;
    private final List<PollingConsumer> consumers;
    private final DeadLetterWriter deadLetters;

    private EventConsumers(MessagingSettings settings, List<PollingConsumer> consumers, DeadLetterWriter deadLetters) {
        this.settings = settings;
        this.consumers = consumers;
        this.deadLetters = deadLetters;
    }

    /** Starts a consumer for each handler; close to stop them. */
    public static EventConsumers start(
            MessagingSettings settings,
            String service,
            List<? extends EventHandler<?>> handlers,
            List<? extends EventBatchHandler> batchHandlers,
            Control control,
            MeterRegistry meters) {
        EventSerdes serdes = EventSerdes.of(settings);
        DeadLetterWriter deadLetters = DeadLetterWriter.open(settings, service);
        List<PollingConsumer> consumers = new ArrayList<>();
        for (EventHandler<?> handler : handlers) {
            consumers.add(keyed(handler, settings, serdes, control, deadLetters, meters));
        }
        for (EventBatchHandler handler : batchHandlers) {
            consumers.add(new BatchConsumer(handler, settings, serdes, deadLetters, meters));
        }
        Set<String> groups = new HashSet<>();
        for (PollingConsumer consumer : consumers) {
            if (!groups.add(consumer.name())) {
                throw new IllegalArgumentException(
                        "Two handlers want group " + consumer.name() + ": each would see only a part of the events");
            }
        }
        consumers.forEach(PollingConsumer::start);
        return new EventConsumers(settings, consumers, deadLetters);
    }

    /** Stops taking new work, lets work in progress end within the configured time, commits, leaves the groups. */
    @Override
    public void close() {
        consumers.forEach(PollingConsumer::stop);
        Duration limit = settings.shutdown().plusSeconds(10);
        consumers.forEach(consumer -> consumer.join(limit));
        deadLetters.close();
    }

    private static <T extends SpecificRecord> KeyedConsumer<T> keyed(
            EventHandler<T> handler,
            MessagingSettings settings,
            EventSerdes serdes,
            Control control,
            DeadLetterWriter deadLetters,
            MeterRegistry meters) {
        return new KeyedConsumer<>(handler, settings, serdes, control, deadLetters, meters);
    }
}
