package dev.sluice.benchmarks;

import picocli.CommandLine;

/** Entry point of {@code benchmarks/run}. */
public final class Load {

    private Load() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new LoadCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    failure.printStackTrace(line.getErr());
                    return LoadCommand.FAILED;
                });
        System.exit(command.execute(arguments));
    }
}
