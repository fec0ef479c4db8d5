package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Show one run: its stories, verdicts, decisions and timeline.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Parameters(paramLabel = "ID", description = "The run, as `sluice runs` names it.")
    String id = "";

    @Override
    public Integer call() {
        JsonNode run = options.open().get("/runs/" + Console.part(id));
        if (options.json) {
            options.print(run);
            return Failure.DONE;
        }
        System.out.println(new RunView(run).text());
        for (JsonNode entry : run.path("timeline")) {
            System.out.printf(
                    "%s  %-20s %s%n",
                    Text.brief(entry.path("occurredAt").asText(), 19).replace('T', ' '),
                    entry.path("topic").asText(),
                    Text.plain(entry.path("summary").asText()));
        }
        return Failure.DONE;
    }
}
