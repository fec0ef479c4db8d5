package dev.sluice.console.adapter.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * An event as JSON that people and PostgreSQL can read: times as ISO 8601, decimals as strings, bytes as base64, numbers
 * that JSON lacks as null.
 */
final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private EventJson() {}

    static String write(IndexedRecord event) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            object(json, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Text without the one character that PostgreSQL cannot hold. */
    static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** A time within what PostgreSQL and people can hold. */
    static Instant within(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }

    private static void object(JsonGenerator json, IndexedRecord value) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : value.getSchema().getFields()) {
            json.writeFieldName(field.name());
            any(json, value.get(field.pos()));
        }
        json.writeEndObject();
    }

    private static void any(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case CharSequence text -> json.writeString(clean(text.toString()));
            case IndexedRecord nested -> object(json, nested);
            case Instant time -> json.writeString(within(time).toString());
            case BigDecimal number -> json.writeString(number.toPlainString());
            case Double number -> real(json, number);
            case Float number -> real(json, number);
            case Number number -> json.writeNumber(number.longValue());
            case Boolean flag -> json.writeBoolean(flag);
            case ByteBuffer bytes -> json.writeString(base64(bytes.duplicate()));
            case Collection<?> items -> {
                json.writeStartArray();
                for (Object item : items) {
                    any(json, item);
                }
                json.writeEndArray();
            }
            case Map<?, ?> entries -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : entries.entrySet()) {
                    json.writeFieldName(clean(entry.getKey().toString()));
                    any(json, entry.getValue());
                }
                json.writeEndObject();
            }
            default -> json.writeString(clean(value.toString()));
        }
    }

    private static void real(JsonGenerator json, double number) throws IOException {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
