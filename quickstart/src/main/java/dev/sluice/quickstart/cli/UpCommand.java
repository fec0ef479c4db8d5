package dev.sluice.quickstart.cli;

import dev.sluice.quickstart.stack.Addresses;
import dev.sluice.quickstart.stack.EmbeddedStack;
import dev.sluice.quickstart.stack.StackPlan;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "Run the whole stack on this machine until Ctrl-C. Its data stays; a second start goes on where the first ended.")
final class UpCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Port of the console; default: ${DEFAULT-VALUE}.")
    int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where data and log are kept; default: ${DEFAULT-VALUE}.")
    Path data = Path.of(".sluice-data");

    @Override
    public Integer call() throws InterruptedException {
        System.out.println("Starting Sluice; data in " + data.toAbsolutePath().normalize());
        CountDownLatch stopped = new CountDownLatch(1);
        EmbeddedStack stack = EmbeddedStack.start(
                StackPlan.everything(data, port, Map.of()),
                (what, elapsed) -> System.out.printf("  %5.1fs  %s%n", elapsed.toMillis() / 1000.0, what));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("\nStopping ...");
            stack.close();
            System.out.println("Stopped. Start again with the same data: sluice up --data " + data);
            stopped.countDown();
        }));
        System.out.print(welcome(stack.addresses()));
        stopped.await();
        return Failure.DONE;
    }

    private String welcome(Addresses at) {
        boolean model = System.getenv().keySet().stream().anyMatch(name -> name.startsWith("SLUICE_MODELS_ROUTES"));
        return """

                Sluice is up.
                  Console    %s
                  Kafka      %s
                  Registry   %s   (Confluent clients: %s)
                  Redis      %s
                  PostgreSQL %s
                  Log        %s

                Submit work from a second terminal:
                  sluice submit --repo PATH_OR_URL --story FILE --wait
                %s
                Ctrl-C stops it; the data stays.
                """.formatted(
                        at.console(),
                        at.kafka(),
                        at.registry(),
                        at.registry().replaceFirst("/apis/.*", "/apis/ccompat/v7"),
                        at.redis(),
                        at.postgres(),
                        data.resolve("sluice.log"),
                        model ? "" : NO_MODEL);
    }

    private static final String NO_MODEL = """

            No model is configured yet: stories will fail and say so. Any endpoint that speaks the OpenAI API serves every role:
              export SLUICE_MODELS_PROVIDERS_MAIN_TYPE=openai
              export SLUICE_MODELS_PROVIDERS_MAIN_BASE_URL=http://localhost:11434/v1
              export SLUICE_MODELS_PROVIDERS_MAIN_API_KEY=...
              export SLUICE_MODELS_ROUTES_DEFAULT=main/MODEL
            """;
}
