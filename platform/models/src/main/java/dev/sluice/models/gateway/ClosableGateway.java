package dev.sluice.models.gateway;

import dev.sluice.messaging.Control;
import dev.sluice.messaging.Journal;
import dev.sluice.models.ModelGateway;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.trace.SecretRedactor;
import dev.sluice.models.trace.TracePublisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Puts a gateway together. Closing it gives up calls in flight and waits for their traces. */
public final class ClosableGateway implements ModelGateway, AutoCloseable {

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("model-call-", 0).factory());
    private final TracePublisher traces;
    private final ModelGateway door;

    /**
     * What a gateway consists of.
     *
     * @param routes ordered routes per role; each names one of {@code providers}
     * @param limits longest time a request of a role may take
     */
    public record Parts(
            Map<String, ModelProvider> providers,
            Map<ModelRole, List<RouteName>> routes,
            Guarding guarding,
            Guards guards,
            Function<ModelRole, Duration> limits) {}

    public ClosableGateway(
            Parts parts, Journal journal, Control control, TracePublisher traces, SecretRedactor redactor) {
        this.traces = traces;
        Routes routes = new Routes(parts.routes(), parts.providers(), parts.guarding(), parts.guards(), threads);
        door = new GuardedGateway(routes, journal, control, traces, redactor, parts.limits());
    }

    @Override
    public <T> ModelReply<T> complete(ModelRequest<T> request) {
        return door.complete(request);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        traces.close();
    }
}
