package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.MessagingMeter;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.Recording;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.deadletters.DeadLetter;
import dev.sluice.messaging.deadletters.DeadLetters;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedConsumptionIT extends KeyedConsumption {

    @Test
    void handlesEventsOfOneKeyInOrderAndOfManyKeysAtOnce() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Recording handler = new Recording("order-", 12, (event, delivery) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            sleep(5);
            atOnce.decrementAndGet();
        });
        for (int n = 0; n < 20; n++) {
            for (int key = 0; key < 15; key++) {
                publish("order-" + key, key + "/" + n);
            }
        }
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 300);
        }
        for (int key = 0; key < 15; key++) {
            String prefix = key + "/";
            assertThat(handler.handled().stream().filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 20).mapToObj(n -> prefix + n).toList());
        }
        // More keys at once than the topic has partitions.
        assertThat(most.get()).isGreaterThan(3).isLessThanOrEqualTo(12);
    }

    @Test
    void aTransientFailureIsRetriedWithoutHoldingUpOtherKeys() {
        AtomicInteger attempts = new AtomicInteger();
        Recording handler = new Recording("retry-", 1, (event, delivery) -> {
            if (event.getClarificationId().equals("bad") && attempts.incrementAndGet() < 5) {
                throw new IllegalStateException(new ConnectException("refused"));
            }
        });
        publish("retry-bad", "bad");
        publish("retry-bad", "after-bad");
        publish("retry-good", "good");
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 3);
        }
        assertThat(handler.handled()).containsExactly("good", "bad", "after-bad");
        assertThat(attempts).hasValue(5);
        assertThat(count(MessagingMeter.RETRIED)).isEqualTo(4);
    }

    @Test
    void whatCannotBeHandledGoesToTheDeadLettersAsItCameAndCanBeReplayed() {
        AtomicInteger refusals = new AtomicInteger();
        Recording handler = new Recording("dead-", 4, (event, delivery) -> {
            if (event.getClarificationId().equals("refused") && refusals.incrementAndGet() == 1) {
                throw new PermanentFailure("not this one", null);
            }
            if (event.getClarificationId().equals("bug")) {
                throw new IllegalStateException("a bug");
            }
        });
        DeadLetters deadLetters = DeadLetters.open(Brokers.settings());
        publish("dead-1", "refused");
        publish("dead-2", "bug");
        byte[] poison = "dead-poison: not an event".getBytes(StandardCharsets.UTF_8);
        sendRaw("dead-3", poison);
        byte[] unknownSchema = {0, 0x7f, 0, 0, 0, 1, 2, 3};
        sendRaw("dead-4", unknownSchema);
        byte[] whole = encoded("dead-5");
        byte[] truncated = Arrays.copyOf(whole, whole.length / 2);
        sendRaw("dead-5", truncated);
        publish("dead-6", "fine");
        String group = handler.group() + "." + handler.topic().name();
        try (var running = start(handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> ours(deadLetters, group).size() >= 5);
            assertThat(handler.handled()).containsExactly("fine");

            Map<String, DeadLetter> byKey = new HashMap<>();
            ours(deadLetters, group).forEach(letter -> byKey.put(String.valueOf(letter.key()), letter));
            assertThat(byKey).containsOnlyKeys("dead-1", "dead-2", "dead-3", "dead-4", "dead-5");
            assertThat(letter(byKey, "dead-3").value()).isEqualTo(poison);
            assertThat(letter(byKey, "dead-4").value()).isEqualTo(unknownSchema);
            assertThat(letter(byKey, "dead-5").value()).isEqualTo(truncated);
            DeadLetter refused = letter(byKey, "dead-1");
            assertThat(refused.message()).contains("not this one");
            assertThat(refused.exception()).isEqualTo(PermanentFailure.class.getName());
            assertThat(refused.originalTopic()).isEqualTo(Topics.CLARIFICATION_EXPIRED.name());
            assertThat(refused.originalPartition()).isEqualTo(refused.partition());
            assertThat(refused.originalOffset()).isNotNegative();
            assertThat(refused.eventId())
                    .isEqualTo(identity("dead-1", "refused").eventId());
            assertThat(deadLetters.show(refused.topic(), refused.partition(), refused.offset()))
                    .map(DeadLetter::key)
                    .contains("dead-1");

            assertThat(deadLetters.replay(refused.topic(), refused.partition(), refused.offset()))
                    .isTrue();
            await().atMost(PATIENCE).until(() -> handler.handled().contains("refused"));
        }
        assertThat(deadLetters.show("clarification.expired", 0, 1_000_000)).isEmpty();
    }

    @Test
    void pausedWorkWaitsOnTheTopicWhileOtherScopesGoOnAndResumesWithinTwoSeconds() {
        String scope = "repository:https://example.org/paused";
        Recording handler = new Recording("pause-", 4, (event, delivery) -> {})
                .scoped(event -> event.getSubjectId().equals("pause-held") ? Set.of(scope) : Set.of());
        try (LogControl control = LogControl.open(Brokers.settings())) {
            assertThat(control.await(PATIENCE)).isTrue();
            turn(scope, ControlState.PAUSED);
            await().atMost(PATIENCE).until(() -> control.paused(scope));
            publish("pause-held", "held");
            publish("pause-free", "free");
            try (var running = start(handler, control)) {
                await().atMost(PATIENCE).until(() -> handler.handled().contains("free"));
                await().during(Duration.ofMillis(700))
                        .atMost(PATIENCE)
                        .until(() -> !handler.handled().contains("held"));
                turn(scope, ControlState.RUNNING);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> handler.handled().contains("held"));

                turn("all", ControlState.PAUSED);
                await().atMost(PATIENCE).until(() -> control.paused("merges"));
                publish("pause-free", "later");
                await().during(Duration.ofMillis(700))
                        .atMost(PATIENCE)
                        .until(() -> !handler.handled().contains("later"));
                turn("all", ControlState.RUNNING);
                await().atMost(Duration.ofSeconds(2))
                        .until(() -> handler.handled().contains("later"));
            }
        }
    }

    @Test
    void aWaitThatOutlastsTheBudgetEndsInTheDeadLetters() {
        Recording handler = new Recording("budget-", 1, (event, delivery) -> {
            throw new TransientFailure("never", null);
        });
        MessagingSettings shortTempered = Brokers.settings()
                .withRetry(new MessagingSettings.Retry(
                        Duration.ofMillis(20), 2, Duration.ofMillis(100), Duration.ofMillis(300)));
        publish("budget-1", "hopeless");
        try (var running = start(shortTempered, handler, RUNNING)) {
            await().atMost(PATIENCE)
                    .until(() -> ours(
                                            DeadLetters.open(Brokers.settings()),
                                            handler.group() + "."
                                                    + handler.topic().name())
                                    .size()
                            == 1);
        }
    }
}
