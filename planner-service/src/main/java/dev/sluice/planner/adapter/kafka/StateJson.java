package dev.sluice.planner.adapter.kafka;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Records in state stores, as JSON {@code {"version":1,"state":{...}}} with sorted fields. Fields may be added, if their
 * record accepts them as null; none may change its meaning: that takes a new version, which refuses the old one, and a reset of
 * the application, whose state is rebuilt from the log.
 */
final class StateJson<T> {

    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @JsonPropertyOrder({"version", "state"})
    private record Saved<T>(int version, T state) {}

    private final Class<T> type;

    private StateJson(Class<T> type) {
        this.type = type;
    }

    static <T> Serde<T> serde(Class<T> type) {
        StateJson<T> json = new StateJson<>(type);
        Serializer<T> serializer = (topic, state) -> json.write(state);
        Deserializer<T> deserializer = (topic, bytes) -> json.read(bytes);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    private byte @Nullable [] write(@Nullable T state) {
        try {
            return state == null ? null : JSON.writeValueAsBytes(new Saved<>(VERSION, state));
        } catch (IOException e) {
            throw new UncheckedIOException("A state cannot be written.", e);
        }
    }

    private @Nullable T read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            JsonNode saved = JSON.readTree(bytes);
            if (saved.path("version").asInt() != VERSION) {
                throw new IllegalStateException(
                        "State of version " + saved.path("version")
                                + " was written by another release. Reset the Streams application; its state is rebuilt from the log.");
            }
            return JSON.treeToValue(saved.path("state"), type);
        } catch (IOException e) {
            throw new UncheckedIOException("A state cannot be read.", e);
        }
    }
}
