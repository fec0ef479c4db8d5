package dev.sluice.models.gateway;

import dev.sluice.events.ModelCalled;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.models.JsonReplies;
import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.models.provider.ModelProvider;
import dev.sluice.models.trace.ModelMeters;
import dev.sluice.models.trace.SecretRedactor;
import dev.sluice.models.trace.TracePublisher;
import dev.sluice.testing.fakes.FixedControl;
import dev.sluice.testing.fakes.InMemoryJournal;
import dev.sluice.testing.fakes.RecordingEventPublisher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A gateway over fakes of the messaging ports. */
final class GatewayFixture implements AutoCloseable {

    record Word(String word) {
        Word {
            if (word == null || word.isBlank()) {
                throw new IllegalArgumentException("\"word\" must not be empty");
            }
        }
    }

    final InMemoryJournal journal = new InMemoryJournal();
    final RecordingEventPublisher publisher = new RecordingEventPublisher();
    final FixedControl control = new FixedControl();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Guards guards = Guards.create();
    private final Map<String, ModelProvider> providers = new TreeMap<>();
    private Duration limit = Duration.ofSeconds(20);
    private Guarding guarding = new Guarding(Duration.ofSeconds(10), 3, 64);
    private List<String> routes = List.of();
    private @Nullable ClosableGateway gateway;

    GatewayFixture provider(String name, ModelProvider provider) {
        providers.put(name, provider);
        return this;
    }

    GatewayFixture routes(String... names) {
        routes = List.of(names);
        return this;
    }

    GatewayFixture deadline(Duration total) {
        limit = total;
        return this;
    }

    GatewayFixture guarding(Duration timeLimit, int attempts) {
        guarding = new Guarding(timeLimit, attempts, 64);
        return this;
    }

    GatewayFixture parallel(int calls) {
        guarding = new Guarding(guarding.timeLimit(), guarding.attempts(), calls);
        return this;
    }

    ModelReply<Word> ask() {
        return ask("e-1");
    }

    ModelReply<Word> ask(String event) {
        return complete(request(event));
    }

    <T> ModelReply<T> complete(ModelRequest<T> request) {
        return gateway().complete(request);
    }

    ModelRequest<Word> request(String event) {
        return new ModelRequest<>(
                ModelRole.DEVELOPER,
                event,
                "attempt-1",
                "S-1",
                new Prompt("developer/code@3", "You write code.", "Say a word."),
                JsonReplies.reader(Word.class),
                Map.of(
                        "requirementId", "R-1",
                        "storyId", "R-1/S-1",
                        "changeId", "C-1",
                        "repository", "https://example.org/r.git",
                        "revision", "abc",
                        "tenant", "acme",
                        "colour", "blue"));
    }

    /** The traces published so far, after waiting for those on their way. */
    List<ModelCalled> traces() {
        close();
        return publisher.events(Topics.MODEL_CALLED);
    }

    /** As a process does that is started again: new gateway and guards, same journal. */
    void restart() {
        close();
    }

    @Override
    public void close() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
    }

    private synchronized ClosableGateway gateway() {
        ClosableGateway open = gateway;
        if (open == null) {
            open = open();
            gateway = open;
        }
        return open;
    }

    private ClosableGateway open() {
        SecretRedactor redactor = new SecretRedactor(List.of("configured-api-key"));
        ClosableGateway.Parts parts = new ClosableGateway.Parts(
                providers,
                Map.of(
                        ModelRole.DEVELOPER,
                        routes.stream().map(RouteName::parse).toList()),
                guarding,
                guards,
                role -> limit);
        TracePublisher traces =
                new TracePublisher("developer-agent-service", redactor, publisher, new ModelMeters(meters));
        return new ClosableGateway(parts, journal, control, traces, redactor);
    }
}
