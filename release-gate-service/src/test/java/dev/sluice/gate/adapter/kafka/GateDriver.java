package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.streams.EventStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The gate's topology under a test's clock. */
final class GateDriver implements AutoCloseable {

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    final EventStreams streams = EventStreams.offline();
    final Set<String> held = new HashSet<>();
    final TopologyTestDriver driver;
    private Instant clock = Events.AT;
    private final TestInputTopic<String, CodeGenerated> changes;
    private final TestInputTopic<String, ReviewCompleted> verdicts;
    private final TestOutputTopic<String, ReleaseDecided> decisions;

    GateDriver() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "gate-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        GateSettings settings = new GateSettings(
                Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofDays(7), GateSettings.Keep.MEMORY);
        driver = new TopologyTestDriver(GateTopology.build(streams, settings, held::contains), properties, Events.AT);
        changes = input(Topics.CODE_GENERATED);
        verdicts = input(Topics.REVIEW_COMPLETED);
        decisions = driver.createOutputTopic(
                Topics.RELEASE_DECIDED.name(),
                new StringDeserializer(),
                streams.serde(Topics.RELEASE_DECIDED).deserializer());
    }

    private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic<T> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), streams.serde(topic).serializer());
    }

    GateDriver send(CodeGenerated change) {
        changes.pipeInput(record(Topics.CODE_GENERATED, change.getChangeId(), change, now()));
        return this;
    }

    GateDriver send(ReviewCompleted verdict) {
        return send(verdict.getChangeId(), verdict, now());
    }

    GateDriver send(@Nullable String key, ReviewCompleted verdict, Instant written) {
        verdicts.pipeInput(record(Topics.REVIEW_COMPLETED, key, verdict, written));
        return this;
    }

    GateDriver pass(Duration time) {
        clock = clock.plus(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    List<ReleaseDecided> decisions() {
        return decisions.readValuesToList();
    }

    TestRecord<String, ReleaseDecided> decision() {
        return decisions.readRecord();
    }

    /** Open and closed cases. */
    long cases() {
        try (var all =
                driver.<String, CaseState>getKeyValueStore(GateTopology.CASES).all()) {
            long count = 0;
            for (; all.hasNext(); all.next()) {
                count++;
            }
            return count;
        }
    }

    Instant now() {
        return clock;
    }

    private <T extends SpecificRecord> TestRecord<String, T> record(
            Topic<T> topic, @Nullable String key, T event, Instant written) {
        EventIdentity identity = new EventIdentity("id-of-" + topic.keyOf(event), null, "r1", TRACE);
        return new TestRecord<>(key, event, streams.envelope(topic, event, identity, written), written);
    }

    @Override
    public void close() {
        driver.close();
    }
}
