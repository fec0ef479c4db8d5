package dev.sluice.quickstart.stack;

import dev.sluice.embedded.EmbeddedParts;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.kafka.TopicProvisioning;
import dev.sluice.messaging.registry.SchemaRegistration;

/** Registers the schemas and creates the topics, as an operator does once per cluster. */
final class PlatformSetup {

    private static final int PARTITIONS = 6;

    private PlatformSetup() {}

    static void run(EmbeddedParts parts) {
        MessagingSettings settings = MessagingSettings.local(
                parts.kafka().bootstrapServers(),
                parts.registry().url(),
                parts.redis().url());
        SchemaRegistration.registerAll(settings);
        TopicProvisioning.createAll(settings, PARTITIONS);
    }
}
