package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.metrics.adapter.kafka.Events;
import dev.sluice.testing.real.RealParts;
import dev.sluice.testing.real.TestEvents;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The metrics service on real Kafka and registry, as Prometheus sees it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MetricsIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static TestEvents events;
    private static ConfigurableApplicationContext metrics;

    @BeforeAll
    static void start() {
        events = TestEvents.open();
        metrics = new SpringApplicationBuilder(MetricsApplication.class)
                .properties("spring.config.name=metrics-service")
                .run(RealParts.running().arguments("--server.port=0", "--sluice.metrics.dead-letters-every=500ms"));
    }

    @AfterAll
    static void stop() {
        metrics.close();
        events.close();
    }

    @Test
    @Order(1)
    void aScrapeShowsAStoryFromRequirementToMerge() {
        publish(Topics.REQUIREMENT_SUBMITTED, Events.requirement("r"));
        publish(Topics.STORY_PLANNED, Events.planned("r/A"));
        publish(Topics.CODE_GENERATED, Events.generated("r/A"));
        publish(Topics.REVIEW_COMPLETED, Events.reviewed("r/A"));
        publish(Topics.RELEASE_DECIDED, Events.decided("r/A"));
        publish(Topics.CHANGE_MERGED, Events.merged("r/A"));
        publish(Topics.MODEL_CALLED, Events.called("t"));

        awaitScrape(scrape -> assertThat(scrape)
                .contains(
                        "sluice_flow_requirements_total{kind=\"epic\",source=\"cli\"} 1.0",
                        "sluice_flow_stories_planned_total 1.0",
                        "sluice_flow_changes_generated_total{origin=\"story\",outcome=\"ready\"} 1.0",
                        "sluice_flow_attempts_total{kind=\"fix\",outcome=\"tests_passed\"} 1.0",
                        "sluice_flow_reviews_total{role=\"test_quality\",verdict=\"request_changes\"} 1.0",
                        "sluice_flow_releases_decided_total{layer=\"2\",outcome=\"blocked\"} 1.0",
                        "sluice_flow_release_reasons_total{code=\"tests_failed\",outcome=\"blocked\"} 1.0",
                        "sluice_flow_changes_merged_total{as_evaluated=\"true\"} 1.0",
                        "sluice_flow_model_calls_total{cache=\"none\",model=\"openai/gpt\",role=\"planner\",status=\"succeeded\"} 1.0",
                        "sluice_flow_model_tokens_total{direction=\"input\",model=\"openai/gpt\",role=\"planner\"} 120.0",
                        "sluice_flow_model_cost_total{currency=\"USD\",model=\"openai/gpt\",role=\"planner\"} 0.0125",
                        "sluice_flow_story_stage_seconds_sum{stage=\"development\"} 10.0",
                        "sluice_flow_story_stage_seconds_sum{stage=\"review\"} 5.0",
                        "sluice_flow_story_stage_seconds_sum{stage=\"merge\"} 2.0",
                        "sluice_flow_story_lead_seconds_sum{until=\"merged\"} 17.0",
                        "sluice_flow_stories_open 0.0"));
    }

    @Test
    @Order(2)
    void anEventThatIsOnTheLogTwiceIsCountedOnce() {
        publish(Topics.STORY_PLANNED, Events.planned("twice/A"));
        publish(Topics.STORY_PLANNED, Events.planned("twice/A"));
        publish(Topics.STORY_PLANNED, Events.planned("r/A"));
        publish(Topics.STORY_PLANNED, Events.planned("twice/B"));

        awaitScrape(scrape -> assertThat(scrape).contains("sluice_flow_stories_open 2.0"));
        awaitScrape(scrape -> assertThat(scrape)
                .contains(
                        "sluice_flow_stories_planned_total 3.0",
                        "sluice_flow_events_total{topic=\"story.planned\"} 3.0"));
    }

    @Test
    @Order(3)
    void poisonOnEveryTopicIsSeenAsDeadLettersAndCountingGoesOn() {
        for (Topic<?> topic : Topics.all()) {
            events.publishBytes(topic.name(), "poisoned", new byte[] {1, 2, 3});
        }
        publish(Topics.REQUIREMENT_SUBMITTED, Events.requirement("after"));

        awaitScrape(scrape -> {
            assertThat(scrape).contains("sluice_flow_requirements_total{kind=\"epic\",source=\"cli\"} 2.0");
            for (Topic<?> topic : Topics.all()) {
                assertThat(scrape)
                        .containsPattern("sluice_flow_dead_letters\\{topic=\"" + topic.deadLetters() + "\"} [1-9]");
            }
        });
    }

    @Test
    @Order(4)
    void noLabelHoldsAnId() throws Exception {
        assertThat(scrape().lines().filter(line -> line.startsWith("sluice_flow_")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("r/A") || line.contains("\"r\"") || line.contains("c-r"));
    }

    @Test
    @Order(5)
    void theServiceSaysThatItIsReady() throws Exception {
        assertThat(get("/actuator/health/readiness")).contains("UP");
        assertThat(get("/actuator/health/liveness")).contains("UP");
    }

    private static <T extends SpecificRecord> void publish(Topic<T> topic, T event) {
        events.publish(topic, event, EventIdentity.first(topic.name() + topic.keyOf(event), "r"));
    }

    private static void awaitScrape(ThrowingConsumer<String> assertion) {
        Awaitility.await().atMost(TestEvents.PATIENCE).untilAsserted(() -> assertion.accept(scrape()));
    }

    private static String scrape() throws Exception {
        return get("/actuator/prometheus");
    }

    private static String get(String path) throws Exception {
        String port = metrics.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
