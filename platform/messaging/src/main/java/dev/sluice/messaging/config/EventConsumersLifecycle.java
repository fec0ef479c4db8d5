package dev.sluice.messaging.config;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventBatchHandler;
import dev.sluice.messaging.EventHandler;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.consuming.EventConsumers;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the consumers when everything else of the service is there, and stops them first. */
final class EventConsumersLifecycle implements SmartLifecycle {

    private final MessagingSettings settings;
    private final String service;
    private final List<EventHandler<?>> handlers;
    private final List<EventBatchHandler> batchHandlers;
    private final Control control;
    private final MeterRegistry meters;
    private @Nullable EventConsumers consumers;

    EventConsumersLifecycle(
            MessagingSettings settings,
            String service,
            List<EventHandler<?>> handlers,
            List<EventBatchHandler> batchHandlers,
            Control control,
            MeterRegistry meters) {
        this.settings = settings;
        this.service = service;
        this.handlers = handlers;
        this.batchHandlers = batchHandlers;
        this.control = control;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        if (consumers == null) {
            consumers = EventConsumers.start(settings, service, handlers, batchHandlers, control, meters);
        }
    }

    @Override
    public synchronized void stop() {
        if (consumers != null) {
            consumers.close();
            consumers = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return consumers != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 512;
    }
}
