package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.sluice.quickstart.stack.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that speaks to a running stack. */
final class ConsoleOptions {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(
            names = "--console",
            paramLabel = "URL",
            description =
                    "The console; default: $SLUICE_CONSOLE_URL, else the stack started here, else http://127.0.0.1:8080.")
    @Nullable
    String console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the stack; default: ${DEFAULT-VALUE}.")
    Path data = Path.of(".sluice-data");

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    Console open() {
        String token = Optional.ofNullable(System.getenv("SLUICE_TOKEN")).orElse("");
        return new Console(url(), token);
    }

    /** Addresses of the stack that was started here. */
    Addresses addresses() {
        return Addresses.read(data)
                .orElseThrow(() -> new Failure(
                        Failure.SYSTEM,
                        "no stack has been started with " + data
                                + ". Start one with `sluice up`, or name its directory with --data."));
    }

    void print(JsonNode node) {
        try {
            System.out.println(JSON.writeValueAsString(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url() {
        if (console != null) {
            return console;
        }
        return Optional.ofNullable(System.getenv("SLUICE_CONSOLE_URL"))
                .or(() -> Addresses.read(data).map(Addresses::console))
                .orElse("http://127.0.0.1:8080");
    }
}
