package dev.sluice.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.embedded.EmbeddedRegistry;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.Recording;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.consuming.EventConsumers;
import dev.sluice.messaging.consuming.EventReader;
import dev.sluice.messaging.registry.SchemaRegistration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireFormatIT {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aValueIsAZeroByteASchemaIdThatConfluentClientsResolveAndAvro() throws Exception {
        ConsumerRecord<String, byte[]> record = published("wire-1", new EventIdentity("id-1", null, "REQ-1", null));

        assertThat(record.value()[0]).isZero();
        int id = ByteBuffer.wrap(record.value(), 1, 4).getInt();
        JsonNode answer = get(Brokers.REGISTRY.confluentUrl() + "/schemas/ids/" + id);
        Schema schema = new Schema.Parser().parse(answer.path("schema").asText());
        assertThat(schema.getFullName()).isEqualTo("dev.sluice.events.ClarificationExpired");
        assertThat(answer.path("schema").asText()).doesNotContain("avro.java.string");
        JsonNode latest =
                get(Brokers.REGISTRY.confluentUrl() + "/subjects/clarification.expired-value/versions/latest");
        assertThat(latest.path("id").asInt()).isEqualTo(id);
    }

    @Test
    void anEventCarriesACloudEventsEnvelopeAndContinuesItsTrace() {
        ConsumerRecord<String, byte[]> record =
                published("wire-2", new EventIdentity("id-2", "cause-2", "REQ-2", TRACE));

        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "id-2")
                .containsEntry("ce_type", "dev.sluice.clarification.expired.v1")
                .containsEntry("ce_source", "/sluice/wire-test")
                .containsEntry("ce_subject", "wire-2")
                .containsEntry("ce_correlationid", "REQ-2")
                .containsEntry("ce_causationid", "cause-2")
                .containsEntry("content-type", "application/avro")
                .containsKey("ce_time")
                .containsKey("traceparent")
                .hasSize(10);
        assertThat(headers.get("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .endsWith("-01")
                .isNotEqualTo(TRACE);
    }

    @Test
    void aReaderGetsBackTheEventAndItsEnvelope() {
        published("wire-3", new EventIdentity("id-3", "cause-3", "REQ-3", TRACE));

        ReceivedEvent event =
                EventReader.open(Brokers.settings(), "test").all(Set.of(Topics.CLARIFICATION_EXPIRED)).stream()
                        .filter(received -> received.delivery().eventId().equals("id-3"))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.event()).isEqualTo(Events.expired("wire-3", "text"));
        assertThat(event.causationId()).isEqualTo("cause-3");
        assertThat(event.source()).isEqualTo("/sluice/wire-test");
        assertThat(event.delivery().correlationId()).isEqualTo("REQ-3");
        assertThat(event.delivery().key()).isEqualTo("wire-3");
    }

    @Test
    void registeringAndCreatingAgainChangesNothing() throws Exception {
        JsonNode before = get(Brokers.REGISTRY.confluentUrl() + "/subjects/story.planned-value/versions");
        SchemaRegistration.registerAll(Brokers.settings());
        TopicProvisioning.createAll(Brokers.settings(), 5);
        assertThat(get(Brokers.REGISTRY.confluentUrl() + "/subjects/story.planned-value/versions"))
                .isEqualTo(before)
                .hasSize(1);
        assertThat(get(Brokers.REGISTRY.confluentUrl() + "/config/story.planned-value")
                        .toString())
                .contains("FULL_TRANSITIVE");
    }

    @Test
    void recordsWaitWhileTheRegistryIsAwayInsteadOfGoingToTheDeadLetters(@TempDir Path folder) {
        EmbeddedRegistry registry = EmbeddedRegistry.in(folder, 0).start();
        MessagingSettings settings = Brokers.settings();
        settings = new MessagingSettings(
                settings.client(),
                settings.serde(),
                registry.url(),
                settings.redisUrl(),
                settings.retry(),
                settings.shutdown(),
                settings.streamsDirectory());
        SchemaRegistration.registerAll(settings);
        try (KafkaEventPublisher early = KafkaEventPublisher.open(settings, "wire-test")) {
            early.publish(
                    Topics.CLARIFICATION_EXPIRED,
                    Events.expired("away-1", "text"),
                    EventIdentity.first("away-1", "REQ-1"));
        }
        registry.stop();
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(settings, "wire-test")) {
            assertThatThrownBy(() -> publisher.publish(
                            Topics.CLARIFICATION_EXPIRED,
                            Events.expired("away-2", "text"),
                            EventIdentity.first("away-2", "REQ-1")))
                    .isInstanceOf(TransientFailure.class);
            Recording handler = new Recording("away-", 1, (event, delivery) -> {});
            try (var running = EventConsumers.start(
                    settings, "test", List.of(handler), List.of(), scope -> false, new SimpleMeterRegistry())) {
                registry.start();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> handler.handled().size() == 1);
            }
        } finally {
            registry.close();
        }
    }

    /** Publishes, and returns the record as it lies on the topic. */
    private static ConsumerRecord<String, byte[]> published(String key, EventIdentity identity) {
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(Brokers.settings(), "wire-test")) {
            publisher.publish(Topics.CLARIFICATION_EXPIRED, Events.expired(key, "text"), identity);
        }
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                ClientSettings.reader(Brokers.settings(), "test"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor("clarification.expired").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            for (int polls = 0; polls < 50; polls++) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (key.equals(record.key())) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("not on the topic: " + key);
    }

    private static JsonNode get(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new ObjectMapper().readTree(answer.body());
        }
    }
}
