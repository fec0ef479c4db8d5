package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "answer", description = "Answer what an agent asked; one text for each question, in order.")
final class AnswerCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Parameters(index = "0", paramLabel = "ID", description = "The clarification, as `sluice run ID` names it.")
    String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "The answers.")
    List<String> answers = List.of();

    @Override
    public Integer call() {
        JsonNode answer =
                options.open().post("/clarifications/" + Console.part(id) + "/answer", Map.of("answers", answers));
        if (options.json) {
            options.print(answer);
        } else {
            System.out.println("Answered " + id + ".");
        }
        return Failure.DONE;
    }
}
