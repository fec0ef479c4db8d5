package dev.sluice.console.adapter.kafka;

import dev.sluice.console.application.LogPosition;
import dev.sluice.console.application.Projection;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.TransientFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker where the log ends. */
public final class LogEnds implements AutoCloseable {

    private static final long SECONDS = 10;

    private final Admin admin;

    public LogEnds(Map<String, Object> client) {
        this.admin = Admin.create(client);
    }

    /** End of every partition of the audit topic. */
    public List<LogPosition> ofAudit() {
        return of(List.of(Topics.AUDIT_RECORDED.name()));
    }

    /** How many offsets of all topics the projection has not read yet. */
    public long lag(Projection projection) {
        Map<TopicPartition, Long> read = new HashMap<>();
        projection.positions().forEach(p -> read.put(new TopicPartition(p.topic(), p.partition()), p.next()));
        return of(Topics.all().stream().map(Topic::name).toList()).stream()
                .mapToLong(end -> Math.max(
                        0, end.next() - read.getOrDefault(new TopicPartition(end.topic(), end.partition()), 0L)))
                .sum();
    }

    private List<LogPosition> of(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(topics)
                .topicNameValues()
                .forEach((topic, described) ->
                        described(described).forEach(p -> partitions.put(p, OffsetSpec.latest())));
        var options = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        List<LogPosition> ends = new ArrayList<>();
        get(admin.listOffsets(partitions, options).all())
                .forEach((p, end) -> ends.add(new LogPosition(p.topic(), p.partition(), end.offset())));
        return ends;
    }

    private static List<TopicPartition> described(KafkaFuture<TopicDescription> future) {
        try {
            TopicDescription topic = get(future);
            return topic.partitions().stream()
                    .map(p -> new TopicPartition(topic.name(), p.partition()))
                    .toList();
        } catch (TransientFailure e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new TransientFailure("Kafka did not say where the log ends", e.getCause());
        } catch (TimeoutException e) {
            throw new TransientFailure("Kafka did not say in time where the log ends", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while asking Kafka where the log ends", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
