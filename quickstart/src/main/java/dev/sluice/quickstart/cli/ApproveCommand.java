package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "approve", description = "Approve the plan of a run.")
final class ApproveCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Parameters(paramLabel = "ID", description = "The run whose plan waits.")
    String id = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why, for the record.")
    String why = "";

    @Override
    public Integer call() {
        Console console = options.open();
        JsonNode answer = new PlanDecision(console, id).approve(why);
        if (options.json) {
            options.print(answer);
        } else {
            System.out.println("Plan " + answer.path("planRevision").asText() + " of " + id + " is "
                    + answer.path("verdict").asText().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return Failure.DONE;
    }
}
