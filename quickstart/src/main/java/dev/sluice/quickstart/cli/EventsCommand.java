package dev.sluice.quickstart.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.consuming.EventReader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "events", description = "Read the log itself: every event, or those of one topic.")
final class EventsCommand implements Callable<Integer> {

    private static final int BRIEF = 140;

    @Mixin
    ConsoleOptions options = new ConsoleOptions();

    @Option(names = "--topic", paramLabel = "T", description = "Only this topic, for example release.decided.")
    @Nullable
    String topic;

    @Option(names = "--follow", description = "Go on with new events until Ctrl-C.")
    boolean follow;

    @Override
    public Integer call() {
        EventReader reader = EventReader.open(Connections.messaging(options), "cli");
        if (follow) {
            reader.follow(topics(), EventReader.From.BEGINNING, this::print, () -> false);
        } else {
            reader.all(topics()).forEach(this::print);
        }
        return Failure.DONE;
    }

    private Set<Topic<?>> topics() {
        if (topic == null) {
            return new LinkedHashSet<>(Topics.all());
        }
        return Set.of(Topics.named(topic)
                .orElseThrow(() -> new Failure(
                        Failure.USAGE,
                        "there is no topic " + topic + "; the topics are "
                                + Topics.all().stream().map(Topic::name).collect(Collectors.joining(", ")))));
    }

    private void print(ReceivedEvent event) {
        String value = event.event().toString();
        if (options.json) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("topic", event.topic().name())
                    .put("partition", event.partition())
                    .put("offset", event.offset())
                    .put("id", event.delivery().eventId())
                    .put("time", event.delivery().occurredAt().toString())
                    .put("key", event.delivery().key())
                    .put("correlationId", event.delivery().correlationId())
                    .put("source", event.source());
            line.set("value", Json.parse(value));
            System.out.println(line);
        } else {
            System.out.printf(
                    "%s  %-22s %-20s %s%n",
                    event.delivery().occurredAt(),
                    event.topic().name(),
                    Text.brief(Text.plain(event.delivery().key()), 20),
                    Text.brief(Text.plain(value), BRIEF));
        }
        if (System.out.checkError()) {
            throw new Failure(Failure.DONE, "output closed");
        }
    }
}
