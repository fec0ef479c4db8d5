package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "submit", description = "Submit a story or an epic for a repository.")
final class SubmitCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Option(names = "--repo", required = true, paramLabel = "URL", description = "Path or URL of the git repository.")
    String repository = "";

    @Option(names = "--branch", paramLabel = "NAME", description = "Branch to land on; default: the repository's own.")
    @Nullable
    String branch;

    @ArgGroup(multiplicity = "1")
    Source source = new Source();

    @Option(names = "--wait", description = "Follow the run to its end; the exit code tells the outcome.")
    boolean wait;

    @Option(names = "--auto-approve", description = "Approve the plan as soon as it is there, in your name.")
    boolean autoApprove;

    @Option(names = "--timeout", paramLabel = "MINUTES", description = "How long to wait; default: ${DEFAULT-VALUE}.")
    int timeoutMinutes = 120;

    static final class Source {
        @Option(
                names = "--story",
                required = true,
                paramLabel = "FILE",
                description = "A story in Markdown: title, text, acceptance criteria.")
        @Nullable
        Path story;

        @Option(
                names = "--epic",
                required = true,
                paramLabel = "FILE",
                description = "An epic in Markdown: it is planned into stories first.")
        @Nullable
        Path epic;
    }

    @Override
    public Integer call() {
        Instant start = Instant.now();
        Console console = options.open();
        JsonNode answer = console.post("/requirements", requirement());
        String id = answer.path("requirementId").asText();
        if (options.json && !wait && !autoApprove) {
            options.print(answer);
            return Failure.DONE;
        }
        if (!answer.path("created").asBoolean()) {
            System.out.println("This was submitted before; showing that run.");
        }
        System.out.println("Run " + id + "   " + console.base() + "/runs/" + id);
        if (!wait && !autoApprove) {
            return Failure.DONE;
        }
        Approval approval = new Approval(console, id);
        Follower follower = new Follower(console, options.json ? System.err : System.out, start);
        RunView end = follower.follow(
                id,
                run -> run.done() || (!wait && approval.given()),
                run -> {
                    if (autoApprove) {
                        approval.give(run);
                    }
                },
                Duration.ofMinutes(timeoutMinutes));
        if (options.json) {
            options.print(console.get("/runs/" + Console.part(id)));
        } else if (wait) {
            System.out.println("\n" + end.text());
        }
        return end.done() ? end.exitCode() : Failure.DONE;
    }

    private Map<String, ?> requirement() {
        boolean epic = source.epic != null;
        RequirementFile file = RequirementFile.read(Objects.requireNonNull(epic ? source.epic : source.story));
        Map<String, Object> repository = new HashMap<>();
        repository.put("url", location());
        if (branch != null) {
            repository.put("baseBranch", branch);
        }
        return Map.of(
                "kind",
                epic ? "EPIC" : "STORY",
                "title",
                file.title(),
                "body",
                file.body(),
                "acceptanceCriteria",
                file.acceptanceCriteria(),
                "repository",
                repository,
                "source",
                "CLI");
    }

    private String location() {
        return Locations.absolute(repository);
    }
}
