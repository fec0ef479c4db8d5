package dev.sluice.messaging.consuming;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.ReceivedEvent;
import dev.sluice.messaging.kafka.ClientSettings;
import dev.sluice.messaging.kafka.EventDecoder;
import dev.sluice.messaging.kafka.EventSerdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads events without being a member of a group: nothing is committed, nobody is disturbed. Undecodable records are left out. */
public final class EventReader {

    /** Where to begin. */
    public enum From {
        BEGINNING,
        NOW
    }

    private final MessagingSettings settings;
    private final String client;

    private EventReader(MessagingSettings settings, String client) {
        this.settings = settings;
        this.client = client;
    }

    public static EventReader open(MessagingSettings settings, String client) {
        return new EventReader(settings, client);
    }

    /** All events now on the topics, in order within a partition and by time among partitions. */
    public List<ReceivedEvent> all(Set<Topic<?>> topics) {
        List<ReceivedEvent> events = new ArrayList<>();
        read(topics, From.BEGINNING, events::add, () -> false, true);
        events.sort(java.util.Comparator.comparing(event -> event.delivery().occurredAt()));
        return events;
    }

    /** Hands over events as they come, until {@code stop}. */
    public void follow(
            Set<Topic<?>> topics, From from, java.util.function.Consumer<ReceivedEvent> on, BooleanSupplier stop) {
        read(topics, from, on, stop, false);
    }

    private void read(
            Set<Topic<?>> topics,
            From from,
            java.util.function.Consumer<ReceivedEvent> on,
            BooleanSupplier stop,
            boolean untilEnd) {
        Map<String, Topic<?>> byName = topics.stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        ClientSettings.reader(settings, client),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                EventDecoder decoder = new EventDecoder(EventSerdes.of(settings).deserializer())) {
            Collection<TopicPartition> partitions = byName.keySet().stream()
                    .flatMap(name -> consumer.partitionsFor(name).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            if (from == From.BEGINNING) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            Map<TopicPartition, Long> ends = untilEnd ? consumer.endOffsets(partitions) : Map.of();
            while (!stop.getAsBoolean() && !(untilEnd && reached(consumer, ends))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    handOver(decoder, byName, record, on);
                }
            }
        }
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void handOver(
            EventDecoder decoder,
            Map<String, Topic<?>> topics,
            ConsumerRecord<byte[], byte[]> record,
            java.util.function.Consumer<ReceivedEvent> on) {
        Topic<?> topic = topics.get(record.topic());
        if (topic == null) {
            return;
        }
        ReceivedEvent event;
        try {
            event = Received.event(decoder, topic, record);
        } catch (PermanentFailure poison) {
            return; // whoever handles the topic sends it to the dead letters
        }
        if (event != null) {
            on.accept(event);
        }
    }
}
