package dev.sluice.messaging.deadletters;

import dev.sluice.messaging.kafka.Envelope;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.support.KafkaHeaders;

/** The headers that spring-kafka gives a dead letter, so that tools made for it read ours. */
final class DeadLetterHeaders {

    static final String PREFIX = "kafka_dlt-";
    private static final int LONGEST = 4_000;

    private DeadLetterHeaders() {}

    /** The record's own headers, and what happened to it. */
    static Headers of(ConsumerRecord<byte[], byte[]> record, Throwable failure, String group) {
        Headers headers = original(record.headers());
        text(headers, KafkaHeaders.DLT_ORIGINAL_TOPIC, record.topic());
        headers.add(KafkaHeaders.DLT_ORIGINAL_PARTITION, bytes(record.partition()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_OFFSET, bytes(record.offset()));
        headers.add(KafkaHeaders.DLT_ORIGINAL_TIMESTAMP, bytes(record.timestamp()));
        text(
                headers,
                KafkaHeaders.DLT_ORIGINAL_TIMESTAMP_TYPE,
                record.timestampType().toString());
        text(headers, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, group);
        text(headers, KafkaHeaders.DLT_EXCEPTION_FQCN, failure.getClass().getName());
        Throwable cause = failure.getCause();
        if (cause != null) {
            text(
                    headers,
                    KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN,
                    cause.getClass().getName());
        }
        text(headers, KafkaHeaders.DLT_EXCEPTION_MESSAGE, message(failure));
        return headers;
    }

    /** A record's headers without those of an earlier death. */
    static Headers original(Headers headers) {
        Headers kept = new RecordHeaders();
        for (Header header : headers) {
            if (!header.key().startsWith(PREFIX)) {
                kept.add(header);
            }
        }
        return kept;
    }

    static String textOr(Headers headers, String name, String otherwise) {
        String text = Envelope.text(headers, name);
        return text == null ? otherwise : text;
    }

    static long number(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        if (value == null) {
            return -1;
        }
        return switch (value.length) {
            case Integer.BYTES -> ByteBuffer.wrap(value).getInt();
            case Long.BYTES -> ByteBuffer.wrap(value).getLong();
            default -> -1;
        };
    }

    private static String message(Throwable failure) {
        StringBuilder message = new StringBuilder(String.valueOf(failure.getMessage()));
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 5; depth++) {
            message.append("; caused by ").append(cause);
            cause = cause.getCause();
        }
        return message.length() > LONGEST ? message.substring(0, LONGEST) : message.toString();
    }

    private static void text(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
