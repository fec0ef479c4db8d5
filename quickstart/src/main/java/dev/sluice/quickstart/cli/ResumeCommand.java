package dev.sluice.quickstart.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Let work in a scope go on.")
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "SCOPE",
            description = "all, repository:URL, merges, forge-writes or provider:NAME; default: ${DEFAULT-VALUE}.")
    String scope = "all";

    @Option(names = "--why", paramLabel = "TEXT", description = "Why; it is on record.")
    String why = "by hand";

    @Override
    public Integer call() {
        return Switches.turn(options, scope, "RUNNING", why);
    }
}
