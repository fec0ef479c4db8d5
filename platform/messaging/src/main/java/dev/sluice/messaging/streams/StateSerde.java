package dev.sluice.messaging.streams;

import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.kafka.TrustedTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Avro single-object encoding: bytes that name their schema's fingerprint and need no registry. */
final class StateSerde<T extends SpecificRecord> implements Serde<T> {

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    StateSerde(Class<T> type) {
        TrustedTypes.declare();
        SpecificData model = SpecificData.getForClass(type);
        this.encoder = new BinaryMessageEncoder<>(model, SpecificData.get().getSchema(type));
        this.decoder = new BinaryMessageDecoder<>(model, SpecificData.get().getSchema(type));
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> encode(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> decode(bytes);
    }

    private byte @Nullable [] encode(@Nullable T value) {
        try {
            return value == null ? null : encoder.encode(value).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable T decode(byte @Nullable [] bytes) {
        try {
            return bytes == null ? null : decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException e) {
            throw new PermanentFailure(
                    "State of another version cannot be read: reset the application's state and let it rebuild", e);
        }
    }
}
