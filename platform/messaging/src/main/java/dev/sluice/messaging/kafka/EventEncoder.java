package dev.sluice.messaging.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as the vendor's serializer writes them, which it asks once per topic: for the id that the registry gave our
 * schema, and to compare. Where the two differ, as while the registry already holds a newer schema, the vendor keeps writing.
 */
final class EventEncoder implements Serializer<Object> {

    private static final int HEADER = 1 + Integer.BYTES;
    private static final int USUAL = 1_024;

    /** How events of a topic are written. */
    private record Writing(Schema schema, byte[] header, DatumWriter<Object> writer) {}

    private final Serializer<Object> vendor;
    private final Map<String, Writing> writings = new ConcurrentHashMap<>();

    EventEncoder(Serializer<Object> vendor) {
        this.vendor = vendor;
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object event) {
        if (!(event instanceof SpecificRecord data)) {
            return vendor.serialize(topic, event);
        }
        Writing known = writings.get(topic);
        if (known != null && known.schema() == data.getSchema()) {
            return write(known, data);
        }
        byte[] written = vendor.serialize(topic, event);
        learn(topic, data, written);
        return written;
    }

    private void learn(String topic, SpecificRecord event, byte[] written) {
        @SuppressWarnings("unchecked") // writes whatever has its schema
        DatumWriter<Object> writer = SpecificData.getForClass(event.getClass()).createDatumWriter(event.getSchema());
        Writing writing = new Writing(event.getSchema(), Arrays.copyOf(written, HEADER), writer);
        if (Arrays.equals(write(writing, event), written)) {
            writings.put(topic, writing);
        }
    }

    private static byte[] write(Writing writing, SpecificRecord event) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL);
            out.write(writing.header());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            writing.writer().write(event, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        vendor.close();
    }
}
