package dev.sluice.quickstart.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All commands. Exit codes: 0 done, 1 the answer is no, 2 usage, 3 the system failed. */
@Command(
        name = "sluice",
        description = "AI-delivered software under control: planned, proven, reviewed and gated.",
        mixinStandardHelpOptions = true,
        version = "sluice 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 the answer is no (blocked, skipped, rejected), 2 usage, 3 the system failed."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            SubmitCommand.class,
            RunsCommand.class,
            RunCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            AnswerCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            GateCommand.class,
            EventsCommand.class,
            DltCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        })
public final class Commands implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Commands() {}

    /** Runs one command line and gives its exit code. */
    public static int run(String... arguments) {
        CommandLine line = new CommandLine(new Commands());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        return line.execute(arguments);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    private static int explain(Exception failure, CommandLine command) {
        if (failure instanceof Failure expected) {
            command.getErr().println("sluice: " + Text.plain(String.valueOf(expected.getMessage())));
            return expected.exitCode();
        }
        command.getErr().println("sluice: " + Text.plain(String.valueOf(failure.getMessage())));
        command.getErr().println("sluice: details are in " + details(failure));
        return Failure.SYSTEM;
    }

    private static String details(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("sluice-failure-", ".txt");
            Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
            return file.toString();
        } catch (IOException e) {
            return "nowhere, because no file could be written: " + e.getMessage();
        }
    }
}
