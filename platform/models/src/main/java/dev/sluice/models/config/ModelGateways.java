package dev.sluice.models.config;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.Journal;
import dev.sluice.models.gateway.ClosableGateway;
import dev.sluice.models.gateway.Guarding;
import dev.sluice.models.gateway.Guards;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.provider.ProviderSettings;
import dev.sluice.models.trace.ModelMeters;
import dev.sluice.models.trace.SecretRedactor;
import dev.sluice.models.trace.TracePublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Makes gateways from properties, with Spring or without. */
public final class ModelGateways {

    private ModelGateways() {}

    /** A gateway with guards and metrics of its own. */
    public static ClosableGateway create(
            ModelsProperties properties, String service, Journal journal, EventPublisher publisher, Control control) {
        return create(properties, service, journal, publisher, control, Guards.create(), new SimpleMeterRegistry());
    }

    /** A gateway for {@code service}, the name that its traces carry. */
    public static ClosableGateway create(
            ModelsProperties properties,
            String service,
            Journal journal,
            EventPublisher publisher,
            Control control,
            Guards guards,
            MeterRegistry meters) {
        Map<String, ModelProvider> providers = new TreeMap<>();
        properties.providers().forEach((name, settings) -> providers.put(name, Providers.create(name, settings)));
        SecretRedactor redactor = new SecretRedactor(properties.providers().values().stream()
                .map(ProviderSettings::apiKey)
                .filter(Objects::nonNull)
                .toList());
        ClosableGateway.Parts parts = new ClosableGateway.Parts(
                providers,
                properties.routesByRole(),
                new Guarding(properties.timeLimit(), properties.attempts(), properties.parallel()),
                guards,
                role -> properties.deadline());
        TracePublisher traces = new TracePublisher(service, redactor, publisher, new ModelMeters(meters));
        return new ClosableGateway(parts, journal, control, traces, redactor);
    }
}
