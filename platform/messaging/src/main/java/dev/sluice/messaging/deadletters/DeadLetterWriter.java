package dev.sluice.messaging.deadletters;

import dev.sluice.messaging.MessagingSettings;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.messaging.kafka.ClientSettings;
import dev.sluice.messaging.kafka.Failures;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a record, byte for byte, to {@code <topic>-dlt}, on the partition it came from. */
public final class DeadLetterWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final Producer<byte[], byte[]> producer;

    private DeadLetterWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    public static DeadLetterWriter open(MessagingSettings settings, String service) {
        return new DeadLetterWriter(new KafkaProducer<>(
                ClientSettings.producer(settings, service + "-dead-letters"),
                new ByteArraySerializer(),
                new ByteArraySerializer()));
    }

    /**
     * Writes and returns once the broker has it.
     *
     * @throws TransientFailure if the broker does not take it: the caller keeps the record and tries again
     */
    public void write(ConsumerRecord<byte[], byte[]> record, Throwable failure, String group) {
        send(new ProducerRecord<>(
                record.topic() + "-dlt",
                record.partition(),
                record.timestamp() < 0 ? null : record.timestamp(),
                record.key(),
                record.value(),
                DeadLetterHeaders.of(record, failure, group)));
        LOG.atWarn()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("group", group)
                .addKeyValue("reason", failure.toString())
                .log("A record went to the dead letters; see it with: sluice dlt list");
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get(ClientSettings.DELIVERY.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | KafkaException | TimeoutException e) {
            throw new TransientFailure("Cannot write to " + record.topic() + ": " + Failures.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("Interrupted while writing to " + record.topic(), e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
