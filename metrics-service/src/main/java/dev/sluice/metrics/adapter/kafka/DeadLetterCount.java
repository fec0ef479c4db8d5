package dev.sluice.metrics.adapter.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.metrics.application.Figures;
import dev.sluice.metrics.domain.FlowMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what lies on the dead-letter topics, from their offsets: no dead letter is read. */
public final class DeadLetterCount implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterCount.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Admin admin;
    private final Figures figures;

    public DeadLetterCount(Map<String, Object> client, Figures figures) {
        this.admin = Admin.create(client);
        this.figures = figures;
    }

    /** Counts now; while the brokers cannot be reached the last figures stay. */
    public void refresh() {
        try {
            List<TopicPartition> partitions = partitions();
            Map<TopicPartition, ListOffsetsResultInfo> begins = offsets(partitions, OffsetSpec.earliest());
            Map<TopicPartition, ListOffsetsResultInfo> ends = offsets(partitions, OffsetSpec.latest());
            Map<String, Long> counts = new HashMap<>();
            ends.forEach((partition, end) -> {
                ListOffsetsResultInfo begin = begins.get(partition);
                counts.merge(partition.topic(), end.offset() - (begin == null ? 0 : begin.offset()), Long::sum);
            });
            counts.forEach((topic, count) -> figures.set(FlowMetric.DEAD_LETTERS, count, topic));
        } catch (ExecutionException | TimeoutException e) {
            LOG.atWarn()
                    .addKeyValue("cause", e.toString())
                    .log("Dead letters cannot be counted now; the last figures stay");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<TopicPartition> partitions() throws ExecutionException, TimeoutException, InterruptedException {
        List<TopicPartition> partitions = new ArrayList<>();
        var existing = await(admin.listTopics().names());
        List<String> topics = Topics.all().stream()
                .map(Topic::deadLetters)
                .filter(existing::contains)
                .toList();
        for (TopicDescription topic :
                await(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions().forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition())));
        }
        return partitions;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, TimeoutException, InterruptedException {
        return await(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), p -> spec)))
                .all());
    }

    private static <T> T await(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
