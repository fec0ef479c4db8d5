package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "List the runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Option(
            names = "--state",
            paramLabel = "STATE,...",
            description = "Only runs in these states, for example WAITING_FOR_APPROVAL.")
    @Nullable
    String state;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many; default: ${DEFAULT-VALUE}.")
    int limit = 50;

    @Override
    public Integer call() {
        String filter = state == null ? "" : "&state=" + Console.part(state);
        JsonNode runs = options.open().get("/runs?limit=" + limit + filter);
        if (options.json) {
            options.print(runs);
            return Failure.DONE;
        }
        if (runs.path("items").isEmpty()) {
            System.out.println("No runs"
                    + (state == null
                            ? " yet. Submit one: sluice submit --repo PATH_OR_URL --story FILE"
                            : " in " + state));
            return Failure.DONE;
        }
        Table table = new Table(List.of("run", "title", "state", "merged", "reason", "updated"), 20, 40, 22, 6, 50, 20);
        for (JsonNode run : runs.path("items")) {
            table.row(
                    run.path("runId").asText(),
                    run.path("title").asText(),
                    run.path("state").asText(),
                    run.path("storiesMerged").asText() + "/"
                            + run.path("storiesTotal").asText(),
                    run.path("reason").asText(""),
                    Text.brief(run.path("updatedAt").asText(), 19));
        }
        System.out.print(table);
        return Failure.DONE;
    }
}
