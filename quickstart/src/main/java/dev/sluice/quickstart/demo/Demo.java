package dev.sluice.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.quickstart.cli.Approval;
import dev.sluice.quickstart.cli.Console;
import dev.sluice.quickstart.cli.Failure;
import dev.sluice.quickstart.cli.Follower;
import dev.sluice.quickstart.cli.RunView;
import dev.sluice.quickstart.stack.EmbeddedStack;
import dev.sluice.quickstart.stack.StackPlan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the sample epic through the real pipeline and compares what came of it with what must. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> ROLES =
            List.of("planner", "developer", "repair", "story-alignment", "test-quality", "architecture");

    private final Path examples;
    private final boolean keep;
    private final PrintStream out;

    /** A demonstration of what lies in {@code examples}. */
    public Demo(Path examples, boolean keep, PrintStream out) {
        this.examples = examples;
        this.keep = keep;
        this.out = out;
    }

    /** Runs it; the exit code is 0 only if every decision is the expected one. */
    public int run() throws IOException {
        Instant start = Instant.now();
        Path folder = Files.createTempDirectory("sluice-demo-");
        out.println("""
                A sample epic goes through the whole pipeline. Kafka, registry, Redis, PostgreSQL, git, the tests and all six
                services are real; only the model is recorded: its replies are played back from examples/recorded-model.
                """);
        try {
            SampleRepository repository = SampleRepository.create(examples.resolve("sample-repository"), folder);
            try (EmbeddedStack stack = EmbeddedStack.start(
                    StackPlan.everything(folder.resolve("data"), 0, models()),
                    (what, elapsed) -> say(start, what + " is ready"))) {
                Console console = new Console(stack.addresses().console(), "");
                String runId = submit(console, repository);
                say(start, "submitted as " + runId + ", " + console.base() + "/runs/" + runId);
                Follower follower = new Follower(console, out, start);
                Approval approval = new Approval(console, runId);
                follower.follow(runId, RunView::done, approval::give, PATIENCE);
                return report(console.get("/runs/" + runId), repository, start);
            }
        } finally {
            if (keep) {
                out.println("Kept in " + folder
                        + ": the repository shipping.git, and the stack's data for `sluice up --data "
                        + folder.resolve("data") + "`");
            } else {
                delete(folder);
            }
        }
    }

    private Map<String, String> models() {
        Map<String, String> settings = new HashMap<>();
        settings.put("sluice.models.providers.demo.type", "recorded");
        settings.put(
                "sluice.models.providers.demo.base-url",
                examples.resolve("recorded-model").toAbsolutePath().toString());
        ROLES.forEach(role -> settings.put("sluice.models.routes." + role, "demo/recorded"));
        return settings;
    }

    private String submit(Console console, SampleRepository repository) throws IOException {
        String epic = Files.readString(examples.resolve("epic.md"));
        String title = epic.lines().findFirst().orElseThrow().replaceFirst("^# ", "");
        String body = epic.substring(epic.indexOf('\n')).strip();
        JsonNode answer = console.post(
                "/requirements",
                Map.of(
                        "kind",
                        "EPIC",
                        "title",
                        title,
                        "body",
                        body,
                        "repository",
                        Map.of("url", repository.path().toString(), "baseBranch", "main"),
                        "source",
                        "CLI"));
        return answer.path("requirementId").asText();
    }

    private int report(JsonNode run, SampleRepository repository, Instant start) throws IOException {
        out.println("\n" + new RunView(run).table());
        out.println("main of the sample repository, oldest first:");
        repository.history().forEach(line -> out.println("  " + line));
        out.println();
        int wrong = 0;
        for (Expectation expected : Expectation.ALL) {
            List<String> differences = expected.differences(story(run, expected.key()), repository);
            wrong += differences.isEmpty() ? 0 : 1;
            out.printf(
                    "  %s %-15s %s%n",
                    differences.isEmpty() ? "as expected " : "UNEXPECTED  ",
                    expected.key(),
                    differences.isEmpty() ? expected.shows() : String.join("; ", differences));
        }
        out.printf(
                "%n%s in %.1f s%n",
                wrong == 0 ? "Every decision is the expected one" : wrong + " stories ended otherwise than expected",
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
        return wrong == 0 ? Failure.DONE : Failure.SYSTEM;
    }

    private static JsonNode story(JsonNode run, String key) {
        for (JsonNode story : run.path("stories")) {
            if (story.path("key").asText().equals(key)) {
                return story;
            }
        }
        return run.path("no such story");
    }

    private void say(Instant start, String what) {
        out.printf("%7.1fs  %s%n", Duration.between(start, Instant.now()).toMillis() / 1000.0, what);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
