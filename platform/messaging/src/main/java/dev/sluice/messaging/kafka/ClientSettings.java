package dev.sluice.messaging.kafka;

import dev.sluice.messaging.MessagingSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Settings of our Kafka clients. What the operator sets wins, except for what correctness rests on. */
public final class ClientSettings {

    /** How long a record may take to reach the broker before the publisher gives up. */
    public static final Duration DELIVERY = Duration.ofSeconds(30);

    private ClientSettings() {}

    public static Map<String, Object> producer(MessagingSettings settings, String service) {
        Map<String, Object> all = new HashMap<>();
        all.put("linger.ms", 5);
        all.put("compression.type", "lz4");
        all.put("batch.size", 64 * 1024);
        all.put("max.request.size", 8 * 1024 * 1024);
        all.put("max.block.ms", 15_000);
        all.put("request.timeout.ms", 10_000);
        all.put("delivery.timeout.ms", (int) DELIVERY.toMillis());
        all.put("reconnect.backoff.max.ms", 1_000);
        all.put("client.id", service);
        all.putAll(settings.client());
        all.put("acks", "all");
        all.put("enable.idempotence", true);
        return all;
    }

    /** A consumer that is a member of {@code group} and commits by hand. */
    public static Map<String, Object> consumer(MessagingSettings settings, String group) {
        Map<String, Object> all = reader(settings, group);
        all.put("group.id", group);
        return all;
    }

    /** A consumer without a group, which assigns itself its partitions. */
    public static Map<String, Object> reader(MessagingSettings settings, String client) {
        Map<String, Object> all = new HashMap<>();
        all.put("client.id", client);
        all.put("auto.offset.reset", "earliest");
        all.put("max.poll.records", 1_000);
        // A killed instance's partitions are free again after this long.
        all.put("session.timeout.ms", 10_000);
        all.put("heartbeat.interval.ms", 2_000);
        all.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        all.put("reconnect.backoff.max.ms", 1_000);
        all.put("default.api.timeout.ms", 15_000);
        all.putAll(settings.client());
        all.put("enable.auto.commit", false);
        all.put("isolation.level", "read_committed");
        all.put("allow.auto.create.topics", false);
        return all;
    }

    public static Map<String, Object> admin(MessagingSettings settings) {
        Map<String, Object> all = new HashMap<>();
        all.put("default.api.timeout.ms", 30_000);
        all.put("request.timeout.ms", 10_000);
        all.putAll(settings.client());
        return all;
    }
}
