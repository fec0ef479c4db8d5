package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "audit", description = "Check the audit log.", synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Command(
            name = "verify",
            description =
                    "Recompute every chain of the audit log; exit 1 if an entry was edited, is missing or out of order.")
    int verify(@Mixin ConsoleOptions options) {
        JsonNode answer = options.open().get("/audit/verification");
        boolean intact = answer.path("intact").asBoolean();
        if (options.json) {
            options.print(answer);
        } else {
            System.out.println(intact ? "Intact: " + answer.path("entries").asText() + " entries." : "NOT intact:");
            answer.path("problems")
                    .forEach(p -> System.out.println("  " + Text.plain(p.isTextual() ? p.asText() : p.toString())));
        }
        return intact ? Failure.DONE : Failure.NO;
    }
}
