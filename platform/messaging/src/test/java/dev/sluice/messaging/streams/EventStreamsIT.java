package dev.sluice.messaging.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.LessonsUpdated;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.Events;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.consuming.EventReader;
import dev.sluice.messaging.deadletters.DeadLetters;
import dev.sluice.messaging.kafka.KafkaEventPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Turns an expired clarification of a streams test into a lesson, in the name of what caused it. */
    private static final class Lesson
            extends ContextualProcessor<String, ClarificationExpired, String, LessonsUpdated> {

        private final EventStreams streams;

        Lesson(EventStreams streams) {
            this.streams = streams;
        }

        @Override
        public void process(Record<String, ClarificationExpired> record) {
            if (!record.key().startsWith("streams-")) {
                return;
            }
            LessonsUpdated lesson = LessonsUpdated.newBuilder()
                    .setRepository(new RepositoryRef(record.key(), "main"))
                    .setLessons(List.of(record.value().getClarificationId()))
                    .setUpdatedAt(Events.NOW)
                    .build();
            Delivery cause = EventStreams.delivery(record);
            context()
                    .forward(new Record<>(
                            Topics.LESSONS_UPDATED.keyOf(lesson),
                            lesson,
                            record.timestamp(),
                            streams.envelope(
                                    Topics.LESSONS_UPDATED,
                                    lesson,
                                    EventIdentity.derived(cause, "lesson"),
                                    Instant.ofEpochMilli(record.timestamp()))));
        }
    }

    private static Topology topology(EventStreams streams) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, ClarificationExpired> expired = builder.stream(
                Topics.CLARIFICATION_EXPIRED.name(), streams.consumed(Topics.CLARIFICATION_EXPIRED, "expired"));
        expired.process(() -> new Lesson(streams), Named.as("lesson"))
                .to(Topics.LESSONS_UPDATED.name(), streams.produced(Topics.LESSONS_UPDATED, "lessons"));
        return builder.build();
    }

    @Test
    void aTopologyConsumesAndPublishesEventsSendsPoisonToTheDeadLettersAndGoesOn(@TempDir Path folder)
            throws Exception {
        try (EventStreams streams = EventStreams.of(Brokers.settings().withStreamsDirectory(folder), "streams-test")) {
            StreamsRunner runner = streams.run("streams-test", topology(streams));
            runner.start();
            publish("streams-1", "first");
            poison("streams-1");
            publish("streams-1", "second");
            await().atMost(PATIENCE).until(() -> lessons("streams-1").size() == 2);
            assertThat(runner.state()).isEqualTo(KafkaStreams.State.RUNNING);
            runner.stop();
        }
        ReceivedEvent lesson = lessons("streams-1").getFirst();
        String cause = EventIdentity.first("streams-1first", "REQ-1").eventId();
        assertThat(lesson.delivery().eventId()).isEqualTo(EventIdentity.derive(cause, "lesson"));
        assertThat(lesson.causationId()).isEqualTo(cause);
        assertThat(lesson.source()).isEqualTo("/sluice/streams-test");
        assertThat(DeadLetters.open(Brokers.settings()).list(Topics.CLARIFICATION_EXPIRED.name(), 200))
                .filteredOn(letter -> letter.group().equals("streams-test"))
                .anySatisfy(letter -> assertThat(letter.key()).isEqualTo("streams-1"));
    }

    @Test
    void aTopologyIsTestedWithoutBrokers() {
        EventStreams streams = EventStreams.offline();
        try (TopologyTestDriver driver = new TopologyTestDriver(topology(streams), streams.properties("offline"))) {
            var in = driver.createInputTopic(
                    Topics.CLARIFICATION_EXPIRED.name(),
                    new StringSerializer(),
                    streams.serde(Topics.CLARIFICATION_EXPIRED).serializer());
            var out = driver.createOutputTopic(
                    Topics.LESSONS_UPDATED.name(),
                    new StringDeserializer(),
                    streams.serde(Topics.LESSONS_UPDATED).deserializer());
            in.pipeInput("streams-2", Events.expired("streams-2", "offline"));
            assertThat(out.readValue().getLessons()).containsExactly("offline");
        }
    }

    private static List<ReceivedEvent> lessons(String key) {
        return EventReader.open(Brokers.settings(), "test").all(Set.of(Topics.LESSONS_UPDATED)).stream()
                .filter(event -> event.delivery().key().equals(key))
                .toList();
    }

    private static void publish(String key, String text) {
        try (KafkaEventPublisher publisher = KafkaEventPublisher.open(Brokers.settings(), "test")) {
            publisher.publish(
                    Topics.CLARIFICATION_EXPIRED, Events.expired(key, text), EventIdentity.first(key + text, "REQ-1"));
        }
    }

    private static void poison(String key) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Brokers.KAFKA.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.CLARIFICATION_EXPIRED.name(),
                            key.getBytes(StandardCharsets.UTF_8),
                            "poison".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }
}
