package dev.sluice.gate.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final Settling settling = new Settling(Duration.ofSeconds(15));

    @BeforeEach
    void start() {
        assertThat(settling.settled(START)).isFalse();
    }

    @Test
    void isSettledAWhileAfterTheStart() {
        assertThat(settling.settled(START.plusSeconds(14))).isFalse();
        assertThat(settling.settled(START.plusSeconds(15))).isTrue();
    }

    @Test
    void isNotSettledWhileOldRecordsCome() {
        settling.saw(START.minusSeconds(600), START.plusSeconds(10));

        assertThat(settling.settled(START.plusSeconds(24))).isFalse();
        assertThat(settling.settled(START.plusSeconds(25))).isTrue();
    }

    @Test
    void doesNotMindFreshRecords() {
        settling.saw(START.plusSeconds(9), START.plusSeconds(10));

        assertThat(settling.settled(START.plusSeconds(15))).isTrue();
    }

    @Test
    void doesNotWaitForEver() {
        settling.saw(START, START.plusSeconds(299));

        assertThat(settling.settled(START.plusSeconds(299))).isFalse();
        assertThat(settling.settled(START.plusSeconds(300))).isTrue();
    }
}
