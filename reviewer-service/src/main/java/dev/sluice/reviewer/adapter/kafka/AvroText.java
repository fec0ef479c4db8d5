package dev.sluice.reviewer.adapter.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Events as text for the journal: schema fingerprint and Avro bytes. What another version wrote is read as absent. */
final class AvroText {

    /** Normalising a schema costs more than writing an event. */
    private static final Map<Schema, String> VERSIONS = new ConcurrentHashMap<>();

    private AvroText() {}

    static <T extends SpecificRecord> String write(T event) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            SpecificData data = SpecificData.getForClass(event.getClass());
            data.createDatumWriter(event.getSchema()).write(event, encoder);
            encoder.flush();
            return version(event.getSchema()) + Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T extends SpecificRecord> Optional<T> read(String text, Class<T> type) {
        SpecificData data = SpecificData.getForClass(type);
        Schema schema = data.getSchema(type);
        if (!text.startsWith(version(schema))) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getDecoder().decode(text.substring(version(schema).length()));
        try {
            return Optional.of(new SpecificDatumReader<T>(schema, schema, data)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String version(Schema schema) {
        return VERSIONS.computeIfAbsent(
                schema, known -> Long.toHexString(SchemaNormalization.parsingFingerprint64(known)) + ":");
    }
}
