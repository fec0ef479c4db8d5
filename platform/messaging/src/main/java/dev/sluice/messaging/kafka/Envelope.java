package dev.sluice.messaging.kafka;

import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0, Kafka protocol binding, binary mode, with W3C trace context. */
public final class Envelope {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String CORRELATION = "ce_correlationid";
    public static final String CAUSATION = "ce_causationid";
    public static final String TRACEPARENT = "traceparent";

    private Envelope() {}

    /** Headers of an outgoing event. The trace is continued with a new span, or begun. */
    public static Headers headers(String type, String key, EventIdentity identity, String source, Instant time) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, identity.eventId());
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, TIME, time.toString());
        put(headers, SUBJECT, key);
        put(headers, CORRELATION, identity.correlationId());
        String causation = identity.causationId();
        if (causation != null) {
            put(headers, CAUSATION, causation);
        }
        put(headers, "content-type", "application/avro");
        put(headers, TRACEPARENT, TraceParent.next(identity.traceparent()));
        return headers;
    }

    /** Reads an envelope; a record without one gets an id from where it lies, so that it is equal on every redelivery. */
    public static Delivery delivery(Headers headers, @Nullable String key, String place, long timestamp) {
        String named = key == null ? "" : key;
        String id = text(headers, ID);
        String correlation = text(headers, CORRELATION);
        return new Delivery(
                id == null ? EventIdentity.derive("record", place) : id,
                correlation == null ? named : correlation,
                named,
                time(text(headers, TIME), timestamp),
                TraceParent.valid(text(headers, TRACEPARENT)));
    }

    /** The last header of that name as text; null if it is missing or not UTF-8. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString();
        } catch (CharacterCodingException foreign) {
            return null;
        }
    }

    private static Instant time(@Nullable String text, long timestamp) {
        try {
            return text == null ? Instant.ofEpochMilli(timestamp) : Instant.parse(text);
        } catch (DateTimeException foreign) {
            return Instant.ofEpochMilli(timestamp);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
