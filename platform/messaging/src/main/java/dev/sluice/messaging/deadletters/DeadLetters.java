package dev.sluice.messaging.deadletters;

import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.kafka.ClientSettings;
import dev.sluice.messaging.kafka.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;

/** What people do with dead letters: list, look at one, send one back. */
public final class DeadLetters {

    private static final String SUFFIX = "-dlt";
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final MessagingSettings settings;

    private DeadLetters(MessagingSettings settings) {
        this.settings = settings;
    }

    public static DeadLetters open(MessagingSettings settings) {
        return new DeadLetters(settings);
    }

    /**
     * Dead letters, oldest first within a partition.
     *
     * @param topic the original topic, null for all
     * @param limit at most so many, the newest of each partition
     */
    public List<DeadLetter> list(@Nullable String topic, int limit) {
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    partitions(consumer, name -> topic == null ? name.endsWith(SUFFIX) : name.equals(topic + SUFFIX));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            partitions.removeIf(at -> begins.getOrDefault(at, 0L) >= ends.getOrDefault(at, 0L));
            consumer.assign(partitions);
            partitions.forEach(at ->
                    consumer.seek(at, Math.max(begins.getOrDefault(at, 0L), ends.getOrDefault(at, 0L) - limit)));
            List<DeadLetter> found = new ArrayList<>();
            Instant silentSince = Instant.now();
            while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))
                    && Duration.between(silentSince, Instant.now()).compareTo(QUIET) < 0) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    found.add(read(record));
                    silentSince = Instant.now();
                }
            }
            return found.size() > limit ? List.copyOf(found.subList(found.size() - limit, found.size())) : found;
        }
    }

    /** One dead letter; {@code topic} is the dead-letter topic or the original one. */
    public Optional<DeadLetter> show(String topic, int partition, long offset) {
        return find(topic, partition, offset).map(DeadLetters::read);
    }

    /**
     * Sends a dead letter back to the topic it came from, as it was. Its event id is the same, so that whoever had
     * handled it knows it; the dead letter itself stays on record.
     *
     * @return whether there is such a dead letter
     */
    public boolean replay(String topic, int partition, long offset) {
        Optional<ConsumerRecord<byte[], byte[]>> found = find(topic, partition, offset);
        found.ifPresent(record -> {
            String target = DeadLetterHeaders.textOr(
                    record.headers(), KafkaHeaders.DLT_ORIGINAL_TOPIC, original(record.topic()));
            try (DeadLetterWriter writer = DeadLetterWriter.open(settings, "replay")) {
                writer.send(new ProducerRecord<>(
                        target,
                        record.partition(),
                        record.key(),
                        record.value(),
                        DeadLetterHeaders.original(record.headers())));
            }
        });
        return found.isPresent();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> find(String topic, int partition, long offset) {
        TopicPartition at = new TopicPartition(topic.endsWith(SUFFIX) ? topic : topic + SUFFIX, partition);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            if (partitions(consumer, at.topic()::equals).stream().noneMatch(at::equals)
                    || offset < 0
                    || offset >= consumer.endOffsets(List.of(at)).getOrDefault(at, 0L)) {
                return Optional.empty();
            }
            consumer.assign(List.of(at));
            consumer.seek(at, offset);
            Instant end = Instant.now().plus(QUIET);
            while (Instant.now().isBefore(end)) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    return record.offset() == offset ? Optional.of(record) : Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                ClientSettings.reader(settings, "dead-letters"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, Predicate<String> wanted) {
        List<TopicPartition> partitions = new ArrayList<>();
        consumer.listTopics().forEach((name, infos) -> {
            if (wanted.test(name)) {
                infos.forEach(info -> partitions.add(new TopicPartition(name, info.partition())));
            }
        });
        return partitions;
    }

    private static String original(String deadLetterTopic) {
        return deadLetterTopic.substring(0, deadLetterTopic.length() - SUFFIX.length());
    }

    private static DeadLetter read(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        Map<String, String> all = new LinkedHashMap<>();
        for (Header header : headers) {
            all.put(header.key(), readable(header));
        }
        return new DeadLetter(
                record.topic(),
                record.partition(),
                record.offset(),
                DeadLetterHeaders.textOr(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, original(record.topic())),
                (int) DeadLetterHeaders.number(headers, KafkaHeaders.DLT_ORIGINAL_PARTITION),
                DeadLetterHeaders.number(headers, KafkaHeaders.DLT_ORIGINAL_OFFSET),
                DeadLetterHeaders.textOr(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, ""),
                DeadLetterHeaders.textOr(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, ""),
                DeadLetterHeaders.textOr(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, ""),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                Envelope.text(headers, Envelope.ID),
                Instant.ofEpochMilli(record.timestamp()),
                all,
                record.value());
    }

    private static String readable(Header header) {
        byte[] value = header.value();
        if (value == null) {
            return "";
        }
        boolean binary = header.key().startsWith(DeadLetterHeaders.PREFIX)
                && DeadLetterHeaders.number(
                                new org.apache.kafka.common.header.internals.RecordHeaders(List.of(header)),
                                header.key())
                        >= 0
                && !header.key().contains("topic")
                && !header.key().contains("group")
                && !header.key().contains("exception")
                && !header.key().contains("type");
        if (binary) {
            return String.valueOf(DeadLetterHeaders.number(
                    new org.apache.kafka.common.header.internals.RecordHeaders(List.of(header)), header.key()));
        }
        String text = new String(value, StandardCharsets.UTF_8);
        return text.chars().anyMatch(c -> c == 0xFFFD) ? HexFormat.of().formatHex(value) : text;
    }
}
