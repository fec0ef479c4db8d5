package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "gate",
        description = "Put an existing change through review and gate; the exit code tells the decision.")
final class GateCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Option(names = "--repo", required = true, paramLabel = "URL", description = "Path or URL of the git repository.")
    String repository = "";

    @Option(names = "--base", required = true, paramLabel = "SHA", description = "Commit that the change is built on.")
    String base = "";

    @Option(names = "--head", required = true, paramLabel = "SHA", description = "Commit that holds the change.")
    String head = "";

    @Option(names = "--story", paramLabel = "FILE", description = "What the change was to do, in Markdown.")
    @Nullable
    Path story;

    @Option(names = "--timeout", paramLabel = "MINUTES", description = "How long to wait; default: ${DEFAULT-VALUE}.")
    int timeoutMinutes = 60;

    @Override
    public Integer call() {
        Instant start = Instant.now();
        Console console = options.open();
        Map<String, Object> change = new HashMap<>();
        change.put("repository", Map.of("url", Locations.absolute(repository)));
        change.put("baseSha", base);
        change.put("headSha", head);
        if (story != null) {
            RequirementFile file = RequirementFile.read(story);
            change.put(
                    "story",
                    Map.of(
                            "title", file.title(),
                            "description", file.body(),
                            "acceptanceCriteria", file.acceptanceCriteria()));
        }
        JsonNode answer = console.post("/changes", change);
        String runId = answer.path("runId").asText();
        RunView end = new Follower(console, options.json ? System.err : System.out, start)
                .follow(runId, RunView::done, run -> {}, Duration.ofMinutes(timeoutMinutes));
        if (options.json) {
            options.print(console.get(
                    "/changes/" + Console.part(answer.path("changeId").asText())));
        } else {
            System.out.println("\n" + end.text());
        }
        return end.exitCode();
    }
}
