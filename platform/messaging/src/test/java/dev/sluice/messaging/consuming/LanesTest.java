package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.messaging.consuming.Lanes.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final TopicPartition P0 = new TopicPartition("t", 0);
    private static final TopicPartition P1 = new TopicPartition("t", 1);

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final Set<String> again = new java.util.HashSet<>();
    private final Lanes<String> lanes = new Lanes<>(2, threads::add, this::run, left -> {});

    private Outcome run(String item) {
        ran.add(item);
        return again.contains(item) ? new Outcome.RunAgain(Duration.ofNanos(1)) : new Outcome.Done();
    }

    @Test
    void noMoreThanTheBoundRunsAtOnce() {
        lanes.assign(P0, null);
        for (int key = 0; key < 5; key++) {
            lanes.add(key, "item-" + key, P0, key);
        }
        lanes.launch();
        assertThat(threads).hasSize(2);
        assertThat(lanes.running()).isEqualTo(2);
        threads.remove().run();
        assertThat(ran).hasSize(4); // one thread takes what the other has not
        threads.remove().run();
        assertThat(ran).hasSize(5);
        assertThat(lanes.running()).isZero();
        assertThat(lanes.commits()).containsEntry(P0, new OffsetAndMetadata(5, ""));
        assertThat(lanes.keys()).isEmpty();
    }

    @Test
    void anItemThatWaitsHoldsOnlyItsLane() {
        lanes.assign(P0, null);
        again.add("a1");
        lanes.add("a", "a1", P0, 0);
        lanes.add("a", "a2", P0, 1);
        lanes.add("b", "b1", P0, 2);
        runAll();
        assertThat(ran).containsExactly("a1", "b1");
        assertThat(lanes.size()).isEqualTo(2);
        assertThat(lanes.runnable()).isZero();
        again.clear();
        lanes.launch();
        runAll();
        assertThat(ran).containsExactly("a1", "b1", "a1", "a2");
        assertThat(lanes.size()).isZero();
    }

    @Test
    void revokedPartitionsAreForgottenAndTheOthersGoOn() {
        lanes.assign(P0, null);
        lanes.assign(P1, null);
        lanes.add("a", "a-of-0", P0, 0);
        lanes.add("b", "b-of-1", P1, 0);
        lanes.revoke(Set.of(P0));
        runAll();
        assertThat(ran).containsExactly("b-of-1");
        assertThat(lanes.size()).isZero();
        assertThat(lanes.commits()).isEqualTo(Map.of(P1, new OffsetAndMetadata(1, "")));
        lanes.add("a", "late", P0, 1);
        assertThat(lanes.size()).isZero();
    }

    @Test
    void whatRunsWhileItsPartitionIsRevokedDoesNotCountForTheNextOwner() {
        lanes.assign(P0, null);
        lanes.add("a", "a1", P0, 0);
        lanes.launch();
        lanes.revoke(Set.of(P0));
        lanes.assign(P0, null);
        lanes.add("a", "a1 again", P0, 0);
        assertThat(lanes.commits()).isEmpty();
        runAll();
        assertThat(ran).contains("a1 again");
        assertThat(lanes.commits()).containsEntry(P0, new OffsetAndMetadata(1, ""));
        assertThat(lanes.size()).isZero();
    }

    private void runAll() {
        lanes.launch();
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }
}
