package dev.sluice.testing.real;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.kafka.Envelope;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one topic to its present end and keeps what it read. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final EventDecoder decoder;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<ConsumerRecord<byte[], byte[]>, Optional<SpecificRecord>> decoded = new HashMap<>();

    TopicReader(MessagingSettings settings, String topic) {
        Map<String, Object> client = new HashMap<>(settings.client());
        client.put("isolation.level", "read_committed");
        client.put("enable.auto.commit", false);
        consumer = new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        decoder = new EventDecoder(EventSerdes.of(settings).deserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    synchronized <T extends SpecificRecord> List<Received<T>> events(Topic<T> topic) {
        readToEnd();
        List<Received<T>> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decoded.computeIfAbsent(record, raw -> decode(topic, raw))
                    .filter(topic.type()::isInstance)
                    .map(topic.type()::cast)
                    .ifPresent(event -> events.add(received(record, event)));
        }
        return events;
    }

    synchronized List<byte[]> values() {
        readToEnd();
        return records.stream().map(ConsumerRecord::value).toList();
    }

    @Override
    public synchronized void close() {
        consumer.close();
        decoder.close();
    }

    private void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
    }

    private Optional<SpecificRecord> decode(Topic<?> topic, ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.ofNullable(decoder.decode(topic, record.value()));
        } catch (PermanentFailure poison) {
            return Optional.empty();
        }
    }

    private static <T extends SpecificRecord> Received<T> received(ConsumerRecord<byte[], byte[]> record, T event) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        return new Received<>(
                key,
                event,
                Envelope.delivery(record.headers(), key, place, record.timestamp()),
                headers,
                record.partition(),
                record.offset());
    }
}
