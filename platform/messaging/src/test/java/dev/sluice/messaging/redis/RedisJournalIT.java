package dev.sluice.messaging.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.embedded.EmbeddedRedis;
import dev.sluice.messaging.Brokers;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RedisJournalIT {

    record Result(String text, Instant at, List<String> lines) {}

    private static final Result ONE = new Result("one", Instant.parse("2026-01-01T00:00:00Z"), List.of("a", "b"));
    private static final Result TWO = new Result("two", Instant.EPOCH, List.of());

    @Test
    void aStepIsPaidOnce() {
        AtomicInteger paid = new AtomicInteger();
        for (int delivery = 0; delivery < 3; delivery++) {
            try (RedisJournal journal = RedisJournal.open(Brokers.REDIS.url())) {
                assertThat(journal.once("paid", "plan", Result.class, () -> {
                            paid.incrementAndGet();
                            return ONE;
                        }))
                        .isEqualTo(ONE);
            }
        }
        assertThat(paid).hasValue(1);
    }

    @Test
    void theFirstWriterWinsAndAllSeeItsResult() throws Exception {
        Set<Result> seen = ConcurrentHashMap.newKeySet();
        try (RedisJournal journal = RedisJournal.open(Brokers.REDIS.url());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 50; writer++) {
                Result mine = new Result("writer-" + writer, Instant.EPOCH, List.of());
                threads.execute(() -> seen.add(journal.record("race", "plan", Result.class, mine)));
            }
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void stepsAndEventsDoNotMix() {
        try (RedisJournal journal = RedisJournal.open(Brokers.REDIS.url())) {
            journal.record("ab", "c", Result.class, ONE);
            assertThat(journal.find("a", "bc", Result.class)).isEmpty();
            assertThat(journal.find("ab", "d", Result.class)).isEmpty();
            assertThat(journal.find("ab", "c", Result.class)).contains(ONE);
        }
    }

    @Test
    void aResultOfAnotherTypeIsRefused() {
        try (RedisJournal journal = RedisJournal.open(Brokers.REDIS.url())) {
            journal.record("typed", "plan", Result.class, ONE);
            assertThatThrownBy(() -> journal.find("typed", "plan", String.class))
                    .isInstanceOf(PermanentFailure.class)
                    .hasMessageContaining("new name");
        }
    }

    @Test
    void redisAwayIsATransientFailureAndAnEmptyRedisForgetsWithoutHarm() {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary().start();
                RedisJournal journal = RedisJournal.open(redis.url())) {
            journal.record("event", "plan", Result.class, ONE);
            redis.stop();
            assertThatThrownBy(() -> journal.find("event", "plan", Result.class))
                    .isInstanceOf(TransientFailure.class);
            assertThatThrownBy(() -> journal.once("event", "plan", Result.class, () -> TWO))
                    .isInstanceOf(TransientFailure.class);
            redis.start();
            assertThat(journal.once("event", "plan", Result.class, () -> TWO)).isEqualTo(TWO);
            assertThat(journal.find("event", "plan", Result.class)).contains(TWO);
        }
    }
}
