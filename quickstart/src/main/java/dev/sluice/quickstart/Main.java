package dev.sluice.quickstart;

import dev.sluice.quickstart.cli.Commands;

/** Entry point of {@code ./sluice}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
