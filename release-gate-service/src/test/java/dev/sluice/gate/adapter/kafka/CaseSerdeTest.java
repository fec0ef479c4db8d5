package dev.sluice.gate.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.ReviewRole;
import dev.sluice.gate.domain.ReleaseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CaseSerdeTest {

    private final CaseSerde serde = new CaseSerde();

    @Test
    void readsBackWhatItWrote() {
        assertThat(serde.deserialize("", serde.serialize("", open()))).isEqualTo(open());
        assertThat(serde.deserialize("", serde.serialize("", new CaseState.Closed(Events.AT))))
                .isEqualTo(new CaseState.Closed(Events.AT));
        assertThat(serde.deserialize("", serde.serialize("", null))).isNull();
    }

    @Test
    void writesTheFormThatStoresOnDiskAlreadyHave() throws IOException {
        try (var golden = Objects.requireNonNull(getClass().getResourceAsStream("/case.json"))) {
            String stored = new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip();

            assertThat(new String(serde.serialize("", open()), StandardCharsets.UTF_8))
                    .isEqualTo("O" + stored);
        }
    }

    @Test
    void readsWhatANewerReleaseAddedTo() {
        byte[] newer =
                "O{\"release\":{\"changeId\":\"c1\",\"openedAt\":\"2026-11-20T12:00:00Z\",\"verdicts\":[],\"colour\":\"red\"}}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(serde.deserialize("", newer)).isEqualTo(new CaseState.Open(ReleaseCase.open("c1", Events.AT), null));
    }

    @Test
    void keepsAClosedCaseInNineBytes() {
        assertThat(serde.serialize("", new CaseState.Closed(Instant.EPOCH))).hasSize(9);
    }

    private static CaseState.Open open() {
        ReleaseCase release =
                ReleaseCase.open("c1", Events.AT).with(ChangeMapper.toDomain(Events.change("c1")), Events.AT);
        for (ReviewRole role : new ReviewRole[] {ReviewRole.TEST_QUALITY, ReviewRole.POLICY}) {
            release = release.with(VerdictMapper.toDomain(Events.verdict("c1", role), new PolicyReader())
                    .orElseThrow());
        }
        return new CaseState.Open(release, new CaseState.Trail("e1", "r1", GateDriver.TRACE));
    }
}
