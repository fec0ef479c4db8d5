package dev.sluice.gate.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a case. Open: {@code 'O'} and JSON, of which fields may be added. Closed: {@code 'C'} and the time as
 * eight bytes, because a closed case is kept for days only to recognise repeats.
 */
final class CaseSerde implements Serde<CaseState>, Serializer<CaseState>, Deserializer<CaseState> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectWriter WRITER = JSON.writerFor(CaseState.Open.class);
    private static final ObjectReader READER = JSON.readerFor(CaseState.Open.class);

    @Override
    public Serializer<CaseState> serializer() {
        return this;
    }

    @Override
    public Deserializer<CaseState> deserializer() {
        return this;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable CaseState state) {
        return switch (state) {
            case null -> null;
            case CaseState.Closed closed ->
                ByteBuffer.allocate(9)
                        .put((byte) 'C')
                        .putLong(closed.at().toEpochMilli())
                        .array();
            case CaseState.Open open -> open(open);
        };
    }

    private static byte[] open(CaseState.Open open) {
        try {
            byte[] json = WRITER.writeValueAsBytes(open);
            return ByteBuffer.allocate(json.length + 1)
                    .put((byte) 'O')
                    .put(json)
                    .array();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable CaseState deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes[0] == 'C') {
            return new CaseState.Closed(
                    Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(1)));
        }
        try {
            return READER.readValue(bytes, 1, bytes.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The gate's state has a case that this release cannot read; reset the application to rebuild it"
                            + " from the topics",
                    e);
        }
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
