package dev.sluice.messaging.consuming;

import dev.sluice.messaging.Delivery;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One record on its way through a handler. Touched by one thread at a time. */
final class Work<T extends SpecificRecord> {

    final ConsumerRecord<byte[], byte[]> record;
    final TopicPartition partition;
    final Delivery delivery;
    final @Nullable T event;
    final Set<String> scopes;

    /** Why it must go to the dead letters; null while it is still worth a try. */
    @Nullable
    Throwable dead;

    /** Failed attempts so far, and when the first of them began. */
    int failures;

    long firstFailure;

    Work(
            ConsumerRecord<byte[], byte[]> record,
            Delivery delivery,
            @Nullable T event,
            Set<String> scopes,
            @Nullable Throwable dead) {
        this.record = record;
        this.partition = new TopicPartition(record.topic(), record.partition());
        this.delivery = delivery;
        this.event = event;
        this.scopes = scopes;
        this.dead = dead;
    }
}
