package dev.sluice.console.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.Money;
import dev.sluice.events.Story;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void keepsTimesAsTextAndNestedRecords() throws IOException {
        JsonNode json = json(control("why", Instant.parse("2026-11-20T12:00:00Z")));

        assertThat(json.path("changedAt").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(json.at("/changedBy/kind").asText()).isEqualTo("PERSON");
        assertThat(json.at("/changedBy/displayName").isNull()).isTrue();
        assertThat(json.at("/flags/a").asText()).isEqualTo("b");
    }

    @Test
    void replacesWhatPostgresCannotHold() throws IOException {
        JsonNode json = json(control("a\0b", Instant.ofEpochMilli(Long.MAX_VALUE)));

        assertThat(json.path("reason").asText()).isEqualTo("a\uFFFDb");
        assertThat(json.path("changedAt").asText()).isEqualTo("9999-12-31T23:59:59Z");
    }

    @Test
    void writesMoneyAsTextAndNumbersThatJsonLacksAsNull() throws IOException {
        assertThat(json(Money.newBuilder()
                                .setAmount(new BigDecimal("0.120000"))
                                .setCurrency("USD")
                                .build())
                        .path("amount")
                        .asText())
                .isEqualTo("0.120000");
        JsonNode story = json(Story.newBuilder()
                .setKey("k")
                .setTitle("t")
                .setDescription("d")
                .setRationale("r")
                .setDependsOn(List.of("x"))
                .setConfidence(Double.NaN)
                .build());
        assertThat(story.path("confidence").isNull()).isTrue();
        assertThat(story.at("/dependsOn/0").asText()).isEqualTo("x");
    }

    private static JsonNode json(IndexedRecord event) throws IOException {
        return new ObjectMapper().readTree(EventJson.write(event));
    }

    private static ControlChanged control(String reason, Instant at) {
        return ControlChanged.newBuilder()
                .setScope("all")
                .setState(ControlState.PAUSED)
                .setReason(reason)
                .setFlags(Map.of("a", "b"))
                .setChangedBy(Actor.newBuilder()
                        .setId("ann")
                        .setKind(ActorKind.PERSON)
                        .build())
                .setChangedAt(at)
                .build();
    }
}
