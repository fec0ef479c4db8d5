package dev.sluice.messaging.streams;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.kafka.TrustedTypes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** The wire format without a registry: a topic's place in the catalogue is its schema's id. For tests of topologies. */
final class CatalogueSerde implements Serializer<Object>, Deserializer<Object> {

    private static final int HEADER = 5;

    CatalogueSerde() {
        TrustedTypes.declare();
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object event) {
        if (event == null) {
            return null;
        }
        int id = place(topic);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new SpecificDatumWriter<Object>(schema(id)).write(event, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        Schema schema = schema(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt());
        try {
            return new SpecificDatumReader<>(schema)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
        } catch (IOException | AvroRuntimeException e) {
            throw new PermanentFailure("Cannot be decoded", e);
        }
    }

    @Override
    public void configure(java.util.Map<String, ?> settings, boolean isKey) {
        // nothing to configure
    }

    @Override
    public void close() {
        // nothing to close
    }

    private static int place(String topic) {
        List<Topic<?>> all = Topics.all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(topic)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(topic + " is not in the catalogue");
    }

    private static Schema schema(int place) {
        if (place < 1 || place > Topics.all().size()) {
            throw new PermanentFailure("No schema has the id " + place, null);
        }
        return Topics.all().get(place - 1).schema();
    }
}
