package dev.sluice.planner.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.planner.domain.Fact;
import dev.sluice.planner.domain.PlanDecision.Verdict;
import dev.sluice.planner.domain.Roadmap;
import dev.sluice.planner.domain.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    /** As a released planner wrote it. Never edited: the state of running systems looks like this. */
    private static final String WRITTEN_BY_0_1_0 = """
            {"version":1,"state":{"clarifications":{"c1":{"answers":["EUR"],"questions":["Which currency?"],"storyKey":"A"}},\
            "decisions":{"1":{"decidedBy":{"displayName":null,"id":"bo","kind":"PERSON"},"planRevision":1,"reason":"because","verdict":"APPROVED"}},\
            "merged":["A"],"plan":{"approvalNeeded":true,"repository":{"baseBranch":"main","url":"https://example.org/shop.git"},\
            "requestedBy":{"displayName":"Ada","id":"ada","kind":"PERSON"},"revision":1,"stories":[{"acceptanceCriteria":["It works."],\
            "confidence":0.5,"dependsOn":[],"description":"Description.","key":"A","rationale":"","risks":[],"title":"Title of A"}],"usable":true},\
            "released":{"A":2},"requirement":{"acceptanceCriteria":[],"body":"Ten percent off.","id":"req-1","kind":"EPIC",\
            "repository":{"baseBranch":"main","url":"https://example.org/shop.git"},"requestedBy":{"displayName":"Ada","id":"ada","kind":"PERSON"},\
            "title":"Discounts"},"wanted":"1/0"}}""";

    private final Serde<Roadmap> serde = StateJson.serde(Roadmap.class);

    @Test
    void theStateLooksAsItDidWhenItWasReleased() {
        assertThat(new String(serde.serializer().serialize("t", sample()), StandardCharsets.UTF_8))
                .isEqualTo(WRITTEN_BY_0_1_0);
    }

    @Test
    void aReleasedStateIsRead() {
        assertThat(read(WRITTEN_BY_0_1_0)).isEqualTo(sample());
    }

    @Test
    void fieldsThatAreNotKnownYetAreSkipped() {
        assertThat(read(WRITTEN_BY_0_1_0.replace("\"wanted\"", "\"tomorrow\":1,\"wanted\"")))
                .isEqualTo(sample());
    }

    @Test
    void aStateOfAnotherVersionIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> read(WRITTEN_BY_0_1_0.replace("\"version\":1,\"state\"", "\"version\":2,\"state\"")))
                .hasMessageContaining("Reset the Streams application");
    }

    private Roadmap read(String text) {
        return serde.deserializer().deserialize("t", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Roadmap sample() {
        Roadmap roadmap = Roadmap.EMPTY;
        for (Fact fact : List.of(
                new Fact.Submitted(Samples.epic("Ten percent off.")),
                new Fact.Proposed(Samples.plan(1, Samples.story("A"))),
                Samples.decided(1, Verdict.APPROVED),
                new Fact.Asked("c1", "A", List.of("Which currency?")),
                new Fact.Answered("c1", "A", List.of("EUR")),
                new Fact.Merged("A"))) {
            roadmap = roadmap.on(fact).roadmap();
        }
        return roadmap;
    }
}
