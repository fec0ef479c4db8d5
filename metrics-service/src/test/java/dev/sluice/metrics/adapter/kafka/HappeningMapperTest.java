package dev.sluice.metrics.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.ModelCalled;
import dev.sluice.metrics.domain.Happening;
import dev.sluice.metrics.domain.Milestone.Point;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class HappeningMapperTest {

    @Test
    void everyEventIsCounted() {
        assertThat(figures(Events.requirement("r")))
                .containsExactly("EVENTS[a.topic] 1.0", "REQUIREMENTS[epic, cli] 1.0");
        assertThat(figures(Events.planned("s"))).contains("STORIES_PLANNED[] 1.0");
        assertThat(figures(Events.reviewed("s"))).contains("REVIEWS[test_quality, request_changes] 1.0");
        assertThat(figures(Events.merged("s"))).contains("MERGES[true] 1.0");
    }

    @Test
    void aChangeCountsItsAttempts() {
        assertThat(figures(Events.generated("s")))
                .contains(
                        "CHANGES[story, ready] 1.0",
                        "ATTEMPTS[first, tests_failed] 1.0",
                        "ATTEMPTS[fix, tests_passed] 1.0");
    }

    @Test
    void aDecisionCountsEachOfItsReasonsOnce() {
        assertThat(figures(Events.decided("s")))
                .containsExactly(
                        "EVENTS[a.topic] 1.0",
                        "DECISIONS[blocked, 2] 1.0",
                        "REASONS[blocked, tests_failed] 1.0",
                        "REASONS[blocked, protected_path] 1.0");
    }

    @Test
    void aModelCallCountsTokensAndCost() {
        assertThat(figures(Events.called("t")))
                .contains(
                        "MODEL_CALLS[planner, openai/gpt, succeeded, none] 1.0",
                        "MODEL_TOKENS[planner, openai/gpt, input] 120.0",
                        "MODEL_TOKENS[planner, openai/gpt, output] 30.0",
                        "MODEL_COST[planner, openai/gpt, USD] 0.0125");
    }

    @Test
    void aCallThatReachedNoModelHasNoTokens() {
        ModelCalled refused = ModelCalled.newBuilder(Events.called("t"))
                .setProvider(null)
                .setRequestedModel(null)
                .setInputTokens(null)
                .setOutputTokens(null)
                .setActualCost(null)
                .build();

        assertThat(figures(refused))
                .containsExactly("EVENTS[a.topic] 1.0", "MODEL_CALLS[planner, none, succeeded, none] 1.0");
    }

    @Test
    void fourEventsAreMilestonesOfAStory() {
        assertThat(List.of(Events.planned("s"), Events.generated("s"), Events.decided("s"), Events.merged("s")))
                .extracting(event -> happening(event).milestone())
                .extracting(milestone -> milestone == null ? null : milestone.point())
                .containsExactly(Point.PLANNED, Point.GENERATED, Point.DECIDED, Point.MERGED);
        assertThat(happening(Events.reviewed("s")).milestone()).isNull();
    }

    private static List<String> figures(SpecificRecord event) {
        return happening(event).measurements().stream()
                .map(one -> one.metric() + one.values().toString() + " " + one.amount())
                .toList();
    }

    private static Happening happening(SpecificRecord event) {
        return HappeningMapper.toDomain("e-1", "a.topic", event);
    }
}
