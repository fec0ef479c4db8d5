package dev.sluice.quickstart.cli;

import dev.sluice.messaging.MessagingSettings;
import dev.sluice.quickstart.stack.Addresses;
import java.util.Optional;

/** Connections to Kafka, for the commands that read the log itself. */
final class Connections {

    private Connections() {}

    /** From SPRING_KAFKA_BOOTSTRAP_SERVERS and SLUICE_REGISTRY_URL, as services take them, else from the stack started here. */
    static MessagingSettings messaging(ConsoleOptions options) {
        Optional<String> kafka = Optional.ofNullable(System.getenv("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
        Optional<String> registry = Optional.ofNullable(System.getenv("SLUICE_REGISTRY_URL"));
        if (kafka.isPresent() && registry.isPresent()) {
            return MessagingSettings.local(kafka.get(), registry.get(), "");
        }
        Addresses at = options.addresses();
        return MessagingSettings.local(at.kafka(), at.registry(), at.redis());
    }
}
