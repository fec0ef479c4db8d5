package dev.sluice.quickstart.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that are no event, on every topic of the catalogue. */
class PoisonIT {

    private final RunningStack sluice = RunningStack.get();

    @TempDir
    Path folder;

    @Test
    void keepsPoisonAsDeadLettersAndGoesOn() throws Exception {
        Set<String> everyTopic = Topics.all().stream().map(Topic::name).collect(Collectors.toSet());
        try (var producer = new KafkaProducer<String, byte[]>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        sluice.stack.addresses().kafka()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (String topic : everyTopic) {
                producer.send(new ProducerRecord<>(
                                topic, "poison", "this is no event".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }

        DeadLetters letters = DeadLetters.open(sluice.settings());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters.list(null, 1_000).stream()
                        .filter(letter -> "poison".equals(letter.key()))
                        .map(DeadLetter::originalTopic)
                        .collect(Collectors.toSet())
                        .containsAll(everyTopic));

        ShellProject project = ShellProject.create(folder, "poison");
        sluice.developerAnswers("Add nu", ShellProject.reply("nu"));
        assertThat(sluice.ended(sluice.submit(project, "Add nu")).path("state").asText())
                .isEqualTo("MERGED");
    }
}
