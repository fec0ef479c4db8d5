package dev.sluice.benchmarks.load;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the consumer groups of a cluster have not read yet. */
final class Backlog implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** Longer than Kafka Streams' and our own consumers' commit intervals. */
    private static final int QUIET_LOOKS = 5;

    private final Admin admin;

    Backlog(Map<String, Object> client) {
        admin = Admin.create(client);
    }

    /** How a wait for the consumers ended. */
    record Wait(long lastMoveNanos, long behind) {}

    /**
     * Waits until all is read. The end of a topic that is written in transactions is a marker, which a committed position need
     * not pass: so many records may stay behind in each partition if nothing moves any more.
     */
    Wait await(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        Map<String, Long> before = Map.of();
        long moved = System.nanoTime();
        int quiet = 0;
        while (System.nanoTime() < deadline) {
            Map<String, Long> now = behind();
            boolean read = now.values().stream().allMatch(records -> records <= 1);
            if (!read || !now.equals(before)) {
                moved = System.nanoTime();
                quiet = 0;
            } else if (++quiet >= QUIET_LOOKS) {
                return new Wait(moved, 0);
            }
            before = now;
            Thread.sleep(LOOK_EVERY);
        }
        return new Wait(
                moved, before.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Unread records by group and partition, where there are any. */
    Map<String, Long> behind() throws InterruptedException {
        try {
            List<String> groups = admin.listConsumerGroups().all().get().stream()
                    .map(ConsumerGroupListing::groupId)
                    .toList();
            Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = new HashMap<>();
            for (String group : groups) {
                positions.put(
                        group,
                        admin.listConsumerGroupOffsets(group)
                                .partitionsToOffsetAndMetadata()
                                .get());
            }
            Map<TopicPartition, OffsetSpec> wanted = positions.values().stream()
                    .flatMap(offsets -> offsets.keySet().stream())
                    .distinct()
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            var ends = admin.listOffsets(wanted).all().get();
            Map<String, Long> behind = new HashMap<>();
            positions.forEach((group, offsets) -> offsets.forEach((partition, position) -> {
                var end = ends.get(partition);
                long records = end == null ? 0 : end.offset() - position.offset();
                if (records > 0) {
                    behind.put(group + " " + partition, records);
                }
            }));
            return behind;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker does not say what is unread: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
