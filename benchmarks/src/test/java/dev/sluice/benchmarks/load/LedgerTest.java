package dev.sluice.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void aStoryWithoutADecisionIsLost() throws InterruptedException {
        Ledger ledger = new Ledger(2);
        ledger.sent(0, 10);
        ledger.sent(1, 20);
        ledger.decided(1, 50, "SKIPPED");

        assertThat(ledger.await(0)).isFalse();
        assertThat(ledger.lost()).containsExactly(0);
        assertThat(ledger.latencies().count()).isEqualTo(1);
    }

    @Test
    void aSecondDecisionIsCountedAsDoubledAndLeavesTheTimeOfTheFirst() throws InterruptedException {
        Ledger ledger = new Ledger(1);
        ledger.sent(0, 10);
        ledger.decided(0, 30, "SKIPPED");
        ledger.decided(0, 90, "BLOCKED");

        assertThat(ledger.await(0)).isTrue();
        assertThat(ledger.doubled()).containsExactly(0);
        assertThat(ledger.latencies().at(100)).isEqualTo(20);
        assertThat(ledger.outcomes()).isEqualTo(Map.of("SKIPPED", 1, "BLOCKED", 1));
    }

    @Test
    void theSpanIsFromTheFirstSendingToTheLastDecision() {
        Ledger ledger = new Ledger(2);
        ledger.sent(0, 10);
        ledger.sent(1, 20);
        ledger.decided(1, 100, "SKIPPED");
        ledger.decided(0, 60, "SKIPPED");

        assertThat(ledger.spanNanos()).isEqualTo(90);
    }

    @Test
    void withoutAnyDecisionThereIsNoSpan() {
        assertThat(new Ledger(3).spanNanos()).isZero();
    }

    @Test
    void anIdTellsTheRoundAndTheNumber() {
        StoryName name = new StoryName("4x", 123);

        assertThat(StoryName.parse(name.requirementId())).isEqualTo(name);
    }

    @Test
    void aSteadyRoundSendsEvenly() {
        Round round = new Round("steady", 500, 250, java.time.Duration.ZERO);

        assertThat(round.dueNanos(0)).isZero();
        assertThat(round.dueNanos(250)).isEqualTo(1_000_000_000L);
    }
}
