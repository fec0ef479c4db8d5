package dev.sluice.messaging.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.TransientFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics of the catalogue and their dead letters. What is there stays as it is. */
public final class TopicProvisioning {

    private TopicProvisioning() {}

    /**
     * Creates what is missing.
     *
     * @param partitions of each topic that is created; the topics of the gate's join must have equally many
     */
    public static void createAll(MessagingSettings settings, int partitions) {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic<?> topic : Topics.all()) {
            NewTopic events = new NewTopic(topic.name(), Optional.of(partitions), Optional.empty());
            if (topic.kept() == Topic.Retention.LAST_OF_KEY) {
                events.configs(Map.of("cleanup.policy", "compact"));
            } else {
                events.configs(Map.of("retention.ms", "-1"));
            }
            wanted.add(events);
            wanted.add(new NewTopic(topic.deadLetters(), Optional.of(partitions), Optional.empty())
                    .configs(Map.of("retention.ms", "-1")));
        }
        try (Admin admin = Admin.create(ClientSettings.admin(settings))) {
            Set<String> present = admin.listTopics().names().get();
            wanted.removeIf(topic -> present.contains(topic.name()));
            for (var created : admin.createTopics(wanted).values().values()) {
                awaitCreated(created);
            }
        } catch (ExecutionException e) {
            throw new TransientFailure("Cannot create the topics: " + Failures.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while creating the topics", e);
        }
    }

    private static void awaitCreated(java.util.concurrent.Future<?> created)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
