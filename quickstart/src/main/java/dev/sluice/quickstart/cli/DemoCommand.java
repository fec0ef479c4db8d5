package dev.sluice.quickstart.cli;

import dev.sluice.quickstart.demo.Demo;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Take a sample epic through the whole pipeline; exit 0 only if every decision is the expected one.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--keep", description = "Keep the data and the sample repository, and say where they are.")
    boolean keep;

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(Optional.ofNullable(System.getenv("SLUICE_HOME")).orElse("."));
        return new Demo(home.resolve("examples"), keep, System.out).run();
    }
}
