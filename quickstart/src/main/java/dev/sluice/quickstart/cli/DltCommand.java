package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "dlt", description = "Dead letters: what could not be handled.", synopsisSubcommandLabel = "COMMAND")
final class DltCommand {

    private static final int SHOWN_BYTES = 256;

    @Command(name = "list", description = "List the dead letters.")
    int list(
            @Mixin ConsoleOptions options,
            @Option(names = "--topic", paramLabel = "T", description = "Only those of this topic.") @Nullable
                    String topic,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "At most so many; default: ${DEFAULT-VALUE}.")
                    int limit) {
        List<DeadLetter> letters = open(options).list(topic, limit);
        if (options.json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            letters.forEach(letter -> array.add(json(letter)));
            options.print(array);
        } else if (letters.isEmpty()) {
            System.out.println("No dead letters.");
        } else {
            Table table = new Table(List.of("address", "key", "consumer", "why", "when"), 44, 20, 44, 60, 20);
            letters.forEach(letter -> table.row(
                    address(letter),
                    String.valueOf(letter.key()),
                    letter.group(),
                    letter.message(),
                    Text.brief(letter.at().toString(), 19)));
            System.out.print(table);
            System.out.println(
                    "\nLook at one: sluice dlt show ADDRESS. Send it back after mending the cause: sluice dlt replay ADDRESS");
        }
        return Failure.DONE;
    }

    @Command(name = "show", description = "Show one dead letter with its headers.")
    int show(
            @Mixin ConsoleOptions options,
            @Parameters(paramLabel = "ADDRESS", description = "TOPIC/PARTITION/OFFSET as listed.") String address) {
        Address at = Address.parse(address);
        DeadLetter letter =
                open(options).show(at.topic(), at.partition(), at.offset()).orElseThrow(at::absent);
        if (options.json) {
            options.print(json(letter));
        } else {
            System.out.println(address(letter) + "  from " + letter.originalTopic() + "/" + letter.originalPartition()
                    + "/" + letter.originalOffset());
            letter.headers()
                    .forEach((name, value) -> System.out.println("  " + Text.plain(name) + ": " + Text.plain(value)));
            System.out.println("  value: " + hex(letter));
        }
        return Failure.DONE;
    }

    @Command(name = "replay", description = "Send one dead letter back to its topic, as it was.")
    int replay(
            @Mixin ConsoleOptions options,
            @Parameters(paramLabel = "ADDRESS", description = "TOPIC/PARTITION/OFFSET as listed.") String address) {
        Address at = Address.parse(address);
        if (!open(options).replay(at.topic(), at.partition(), at.offset())) {
            throw at.absent();
        }
        System.out.println("Sent back.");
        return Failure.DONE;
    }

    private static DeadLetters open(ConsoleOptions options) {
        return DeadLetters.open(Connections.messaging(options));
    }

    private static ObjectNode json(DeadLetter letter) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("address", address(letter))
                .put("originalTopic", letter.originalTopic())
                .put("key", letter.key())
                .put("eventId", letter.eventId())
                .put("group", letter.group())
                .put("exception", letter.exception())
                .put("message", letter.message())
                .put("at", letter.at().toString())
                .put("value", letter.value());
        ObjectNode headers = json.putObject("headers");
        letter.headers().forEach(headers::put);
        return json;
    }

    private static String address(DeadLetter letter) {
        return letter.topic() + "/" + letter.partition() + "/" + letter.offset();
    }

    private static String hex(DeadLetter letter) {
        byte[] value = letter.value();
        if (value == null) {
            return "none";
        }
        int shown = Math.min(value.length, SHOWN_BYTES);
        return HexFormat.of().formatHex(value, 0, shown)
                + (shown < value.length ? "... (" + value.length + " bytes)" : "");
    }

    private record Address(String topic, int partition, long offset) {

        static Address parse(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != 3 || !parts[1].matches("\\d{1,9}") || !parts[2].matches("\\d{1,18}")) {
                throw new Failure(
                        Failure.USAGE,
                        "not an address: " + text + "; it is TOPIC/PARTITION/OFFSET, as `sluice dlt list` prints it");
            }
            return new Address(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        }

        Failure absent() {
            return new Failure(Failure.USAGE, "there is no dead letter at " + topic + "/" + partition + "/" + offset);
        }
    }
}
