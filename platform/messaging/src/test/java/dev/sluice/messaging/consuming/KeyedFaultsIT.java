package dev.sluice.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.Recording;
import dev.sluice.messaging.redis.RedisJournal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedFaultsIT extends KeyedConsumption {

    @Test
    void workLongerThanThePollIntervalCausesNoRebalanceAndIsDoneOnce() {
        AtomicInteger begun = new AtomicInteger();
        Recording handler = new Recording("long-", 2, (event, delivery) -> {
            begun.incrementAndGet();
            sleep(6_000);
        });
        MessagingSettings impatient = Brokers.settings()
                .withClient(Map.of(
                        "max.poll.interval.ms", 2_000, "session.timeout.ms", 6_000, "heartbeat.interval.ms", 500));
        publish("long-1", "long");
        try (var running = start(impatient, handler, RUNNING)) {
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 1);
        }
        assertThat(begun).hasValue(1);
    }

    @Test
    void aStopLosesNothingAndARestartRepeatsOnlyWhatWasNotDone() {
        CountDownLatch never = new CountDownLatch(1);
        Recording first = new Recording("stop-", 4, (event, delivery) -> {
            if (event.getClarificationId().equals("hangs")) {
                awaitForever(never);
            }
        });
        publish("stop-hangs", "hangs");
        IntStream.range(0, 50).forEach(n -> publish("stop-" + n, "quick-" + n));
        try (var running = start(first, RUNNING)) {
            await().atMost(PATIENCE).until(() -> first.handled().size() == 50);
        }
        Recording second = new Recording("stop-", 4, (event, delivery) -> {});
        publish("stop-last", "last");
        try (var running = start(second, RUNNING)) {
            await().atMost(PATIENCE).until(() -> second.handled().contains("last"));
            await().atMost(PATIENCE).until(() -> second.handled().contains("hangs"));
        }
        assertThat(second.handled()).containsExactlyInAnyOrder("hangs", "last");
    }

    @Test
    void aBrokerThatRestartsLosesNothing() {
        Map<String, Integer> times = new ConcurrentHashMap<>();
        Recording handler = new Recording(
                "broker-", 8, (event, delivery) -> times.merge(event.getClarificationId(), 1, Integer::sum));
        try (var running = start(handler, RUNNING)) {
            IntStream.range(0, 20).forEach(n -> publish("broker-" + n, "before-" + n));
            await().atMost(PATIENCE).until(() -> handler.handled().size() == 20);
            Brokers.KAFKA.stop();
            Brokers.KAFKA.start();
            IntStream.range(0, 20).forEach(n -> publish("broker-" + n, "after-" + n));
            await().atMost(Duration.ofSeconds(30)).until(() -> times.size() == 40);
        }
    }

    @Test
    void anEventThatComesTwiceHasOneIdAndIsPaidOnce() {
        AtomicInteger paid = new AtomicInteger();
        try (RedisJournal journal = RedisJournal.open(Brokers.REDIS.url())) {
            Recording handler = new Recording(
                    "twice-",
                    4,
                    (event, delivery) ->
                            journal.once(delivery.eventId(), "work", Integer.class, paid::incrementAndGet));
            publish("twice-1", "same");
            publish("twice-1", "same");
            try (var running = start(handler, RUNNING)) {
                await().atMost(PATIENCE).until(() -> handler.handled().size() == 2);
            }
        }
        assertThat(paid).hasValue(1);
    }
}
