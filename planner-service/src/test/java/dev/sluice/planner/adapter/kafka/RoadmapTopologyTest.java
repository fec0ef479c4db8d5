package dev.sluice.planner.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.PlanWanted;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.streams.EventStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadmapTopologyTest {

    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");
    private static final Duration DAY = Duration.ofHours(24);
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final EventStreams streams = EventStreams.offline();
    private final Topology topology = RoadmapTopology.build(streams, Duration.ofSeconds(5));

    @TempDir
    private Path stateDirectory;

    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology, properties(), Events.NOW);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        String now = topology.describe().toString();
        if (Boolean.getBoolean("sluice.golden.write")) {
            Files.writeString(GOLDEN, now);
        }

        assertThat(now)
                .as(
                        "Running instances know their state by these names. If the change is wanted: -Dsluice.golden.write=true")
                .isEqualTo(Files.readString(GOLDEN));
        assertThat(now).as("every node is named").doesNotContainPattern("KSTREAM-|KTABLE-");
    }

    @Test
    void aRequirementSubmittedTwiceWantsOnePlan() {
        submit("r");
        submit("r");

        assertThat(read(Topics.PLAN_WANTED)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("r");
            assertThat(record.value().getRevision()).isEqualTo(1);
            assertThat(record.value().getBody()).isEqualTo("Ten percent off for members.");
        });
    }

    @Test
    void anEventUnderAnotherKeyThanItsOwnIsSkipped() {
        var event = Events.submitted("r", RequirementKind.EPIC, "Ten percent off for members.");
        for (String key : Arrays.asList("other", null)) {
            driver.createInputTopic(
                            Topics.REQUIREMENT_SUBMITTED.name(),
                            new StringSerializer(),
                            streams.serde(Topics.REQUIREMENT_SUBMITTED).serializer())
                    .pipeInput(key, event);
        }

        assertThat(read(Topics.PLAN_WANTED)).isEmpty();
    }

    @Test
    void storiesGoInDependencyOrder() {
        pipe(Topics.PLAN_PROPOSED, Events.proposed("r", 1, Events.story("A"), Events.story("B", "A")));
        pipe(Topics.PLAN_DECIDED, Events.decided("r", 1, PlanVerdict.APPROVED));
        assertThat(stories()).containsExactly("r/A");

        pipe(Topics.CHANGE_MERGED, Events.merged("r", "r/A"));
        pipe(Topics.CHANGE_MERGED, Events.merged("r", "r/A"));
        assertThat(stories()).containsExactly("r/B");
    }

    @Test
    void aMergeOfAnotherRequirementReleasesNothing() {
        pipe(Topics.PLAN_PROPOSED, Events.proposed("r", 1, Events.story("A"), Events.story("B", "A")));
        pipe(Topics.PLAN_DECIDED, Events.decided("r", 1, PlanVerdict.APPROVED));
        stories();

        pipe(Topics.CHANGE_MERGED, Events.merged("other", "other/A"));
        pipe(Topics.CHANGE_MERGED, Events.merged("outside#7", "x"));

        assertThat(stories()).isEmpty();
    }

    @Test
    void anEventKeepsTraceCorrelationAndCauseAndHasAnIdOfItsOwn() {
        submit("r");

        TestRecord<String, PlanWanted> wanted = read(Topics.PLAN_WANTED).get(0);

        assertThat(header(wanted, "traceparent")).startsWith(TRACE.substring(0, 36));
        assertThat(header(wanted, "ce_correlationid")).isEqualTo("r");
        assertThat(header(wanted, "ce_causationid")).isEqualTo("e/requirement.submitted/r");
        assertThat(header(wanted, "ce_id")).isEqualTo(EventIdentity.derive("r", "plan-wanted/1/0"));
        assertThat(header(wanted, "ce_type")).isEqualTo("dev.sluice.plan.wanted.v1");
    }

    @Test
    void aRebuildInAnotherOrderRepeatsTheIds() {
        pipe(Topics.PLAN_PROPOSED, Events.proposed("r", 1, Events.story("A"), Events.story("B", "A")));
        pipe(Topics.PLAN_DECIDED, Events.decided("r", 1, PlanVerdict.APPROVED));
        pipe(Topics.CHANGE_MERGED, Events.merged("r", "r/A"));
        List<String> ids =
                read(Topics.STORY_PLANNED).stream().map(r -> header(r, "ce_id")).toList();
        stop();
        driver = new TopologyTestDriver(topology, properties(), Events.NOW);

        pipe(Topics.PLAN_DECIDED, Events.decided("r", 1, PlanVerdict.APPROVED));
        pipe(Topics.PLAN_PROPOSED, Events.proposed("r", 1, Events.story("A"), Events.story("B", "A")));
        pipe(Topics.CHANGE_MERGED, Events.merged("r", "r/A"));

        assertThat(read(Topics.STORY_PLANNED))
                .extracting(r -> header(r, "ce_id"))
                .isEqualTo(ids);
        assertThat(ids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void regeneratingWantsThePlanAgainWithTheText() {
        submit("r");
        pipe(Topics.PLAN_PROPOSED, Events.proposed("r", 1, Events.story("A"), Events.story("B")));
        read(Topics.PLAN_WANTED);

        pipe(Topics.PLAN_DECIDED, Events.decided("r", 1, PlanVerdict.REGENERATE));

        assertThat(read(Topics.PLAN_WANTED)).singleElement().satisfies(record -> {
            assertThat(record.value().getRevision()).isEqualTo(2);
            assertThat(record.value().getFeedback()).containsExactly("because");
            assertThat(record.value().getBody()).isEqualTo("Ten percent off for members.");
            assertThat(record.value().getPreviousStories()).hasSize(2);
        });
    }

    @Test
    void anAnswerWantsThePlanAgain() {
        submit("r");
        read(Topics.PLAN_WANTED);
        var asked = Events.asked("c-1", SubjectKind.REQUIREMENT, "r", "r", DAY);

        pipe(Topics.CLARIFICATION_REQUESTED, asked);
        pipe(Topics.CLARIFICATION_ANSWERED, Events.answered(asked, "Members"));

        assertThat(read(Topics.PLAN_WANTED))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.value().getClarifications()).containsExactly("Q: For whom?\nA: Members"));
    }

    @Test
    void aClarificationExpiresOnceAfterItsDeadline() {
        pipe(Topics.CLARIFICATION_REQUESTED, Events.asked("c-1", SubjectKind.CHANGE, "change-1", "r", DAY));

        driver.advanceWallClockTime(DAY.minusSeconds(10));
        assertThat(read(Topics.CLARIFICATION_EXPIRED)).isEmpty();
        driver.advanceWallClockTime(Duration.ofSeconds(15));
        driver.advanceWallClockTime(DAY);

        List<TestRecord<String, ClarificationExpired>> expired = read(Topics.CLARIFICATION_EXPIRED);
        assertThat(expired).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("change-1");
            assertThat(record.value().getClarificationId()).isEqualTo("c-1");
            assertThat(record.value().getSubjectKind()).isEqualTo(SubjectKind.CHANGE);
            assertThat(header(record, "traceparent")).startsWith(TRACE.substring(0, 36));
            assertThat(header(record, "ce_id")).isEqualTo(EventIdentity.derive("c-1", "expired"));
        });
    }

    @Test
    void anAnsweredClarificationDoesNotExpireWhicheverComesFirst() {
        var first = Events.asked("c-1", SubjectKind.STORY, "r/A", "r", DAY);
        var second = Events.asked("c-2", SubjectKind.STORY, "r/A", "r", DAY);

        pipe(Topics.CLARIFICATION_REQUESTED, first);
        pipe(Topics.CLARIFICATION_ANSWERED, Events.answered(first, "x"));
        pipe(Topics.CLARIFICATION_ANSWERED, Events.answered(second, "x"));
        pipe(Topics.CLARIFICATION_REQUESTED, second);
        pipe(Topics.CLARIFICATION_REQUESTED, first);
        driver.advanceWallClockTime(DAY.multipliedBy(2));

        assertThat(read(Topics.CLARIFICATION_EXPIRED)).isEmpty();
    }

    @Test
    void anAnswerAfterTheDeadlineStillCounts() {
        submit("r");
        read(Topics.PLAN_WANTED);
        var asked = Events.asked("c-1", SubjectKind.REQUIREMENT, "r", "r", DAY);
        pipe(Topics.CLARIFICATION_REQUESTED, asked);
        driver.advanceWallClockTime(DAY.multipliedBy(2));

        pipe(Topics.CLARIFICATION_ANSWERED, Events.answered(asked, "Members"));

        assertThat(read(Topics.PLAN_WANTED)).hasSize(1);
    }

    private void submit(String id) {
        pipe(Topics.REQUIREMENT_SUBMITTED, Events.submitted(id, RequirementKind.EPIC, "Ten percent off for members."));
    }

    private List<String> stories() {
        return read(Topics.STORY_PLANNED).stream()
                .map(TestRecord::value)
                .map(StoryPlanned::getStoryId)
                .toList();
    }

    private <T extends SpecificRecord> void pipe(Topic<T> topic, T event) {
        String id = "e/" + topic.name() + "/" + topic.keyOf(event);
        var headers = streams.envelope(topic, event, new EventIdentity(id, null, "r", TRACE), Events.NOW);
        driver.createInputTopic(
                        topic.name(),
                        new StringSerializer(),
                        streams.serde(topic).serializer())
                .pipeInput(new TestRecord<>(topic.keyOf(event), event, headers, Events.NOW));
    }

    private <T extends SpecificRecord> List<TestRecord<String, T>> read(Topic<T> topic) {
        TestOutputTopic<String, T> output = driver.createOutputTopic(
                topic.name(), new StringDeserializer(), streams.serde(topic).deserializer());
        return output.readRecordsToList();
    }

    private static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "planner-service");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        return properties;
    }
}
