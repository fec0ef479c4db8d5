package dev.sluice.quickstart.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.consuming.EventReader;
import dev.sluice.quickstart.cli.Console;
import dev.sluice.testing.scripted.ScriptedModelServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** The whole stack with a scripted model server, started once for all tests of this module. */
final class RunningStack {

    static final String APPROVAL =
            "{\"verdict\":\"approve\",\"risk\":\"low\",\"summary\":\"It does what the story asks.\",\"findings\":[]}";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static @Nullable RunningStack instance;

    final Path folder;
    final ScriptedModelServer model;
    final EmbeddedStack stack;
    final Console console;

    /** Runs as a process of its own, so that it can be killed. */
    final ServiceProcess developer;

    /** Runs as a process of its own, so that it can be killed. */
    final ServiceProcess gate;

    private RunningStack() {
        try {
            folder = Files.createTempDirectory("sluice-stack-it-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        model = ScriptedModelServer.start();
        model.otherwise().answers(APPROVAL);
        StackPlan plan = StackPlan.everything(folder.resolve("data"), 0, models(model.baseUrl()))
                .without(EnumSet.of(Service.DEVELOPER_AGENT, Service.RELEASE_GATE));
        stack = EmbeddedStack.start(plan, (what, elapsed) -> {});
        developer = new ServiceProcess(Service.DEVELOPER_AGENT, stack.settings(), folder);
        gate = new ServiceProcess(Service.RELEASE_GATE, stack.settings(), folder);
        developer.start();
        gate.start();
        console = new Console(stack.addresses().console(), "");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            developer.kill();
            gate.kill();
            stack.close();
        }));
    }

    static synchronized RunningStack get() {
        RunningStack running = instance;
        if (running == null) {
            running = new RunningStack();
            instance = running;
        }
        return running;
    }

    static Map<String, String> models(String baseUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("sluice.models.providers.scripted.type", "openai");
        settings.put("sluice.models.providers.scripted.base-url", baseUrl);
        settings.put("sluice.models.providers.scripted.api-key", "sk-test-0123456789abcdef0123456789abcdef");
        settings.put("sluice.models.time-limit", "5s");
        settings.put("sluice.models.deadline", "15s");
        for (String role : List.of("planner", "developer", "repair")) {
            settings.put("sluice.models.routes." + role, "scripted/" + role);
        }
        for (String role : List.of("story-alignment", "test-quality", "architecture")) {
            settings.put("sluice.models.routes." + role, "scripted/reviewer");
        }
        return settings;
    }

    /** What the developer answers when asked about a story with this title. */
    void developerAnswers(String title, String... replies) {
        model.when(asked -> asked.model().equals("developer") && asked.text().contains(title))
                .answers(replies);
    }

    /** Submits a story and gives its run id. */
    String submit(ShellProject project, String title) {
        return submit(
                project.path().toString(),
                title,
                "The repository gets what the title says, with a test that shows it.");
    }

    String submit(String repository, String title, String body) {
        return console.post(
                        "/requirements",
                        Map.of("kind", "STORY", "title", title, "body", body, "repository", Map.of("url", repository)))
                .path("requirementId")
                .asText();
    }

    /** Waits until nothing moves any more in a run. */
    JsonNode ended(String runId) {
        return await("end of run " + runId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> run(runId), run -> run.path("done").asBoolean());
    }

    JsonNode run(String runId) {
        return console.find("/runs/" + runId)
                .orElseGet(() -> com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    /** Everything on a topic that belongs to one run. */
    <T extends SpecificRecord> List<T> events(Topic<T> topic, String runId) {
        return EventReader.open(settings(), "test").all(Set.of(topic)).stream()
                .filter(event -> event.delivery().correlationId().equals(runId))
                .map(ReceivedEvent::event)
                .map(topic.type()::cast)
                .toList();
    }

    MessagingSettings settings() {
        Addresses at = stack.addresses();
        return MessagingSettings.local(at.kafka(), at.registry(), at.redis());
    }

    /** The change of a run's only story as it is now. */
    static JsonNode change(JsonNode run) {
        JsonNode changes = run.path("stories").path(0).path("changes");
        return changes.path(changes.size() - 1);
    }
}
