package dev.sluice.messaging.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into the event that a topic promises. The vendor's deserializer is asked only for the schema behind an id, once:
 * what it does again for every record, such as normalising schemas, costs more than decoding. Avro is fast only on the thread
 * that made it.
 */
public final class EventDecoder implements AutoCloseable {

    private static final int HEADER = 1 + Integer.BYTES;
    private static final int SHORTEST = HEADER + 1;

    /** A schema that somebody wrote with, as a type of ours is to read it. */
    private record Reading(int schemaId, Class<?> type) {}

    private final Deserializer<Object> deserializer;
    private final Map<Reading, DatumReader<?>> readers = new ConcurrentHashMap<>();

    public EventDecoder(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    /**
     * The event; null for a tombstone.
     *
     * @throws PermanentFailure if the bytes are not such an event
     * @throws TransientFailure if the registry, which knows their schema, does not answer
     */
    public <T extends SpecificRecord> @Nullable T decode(Topic<T> topic, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        if (value.length < SHORTEST || value[0] != 0) {
            throw new PermanentFailure(
                    "Not an event: " + value.length + " bytes that do not begin with 0x00 and a schema id", null);
        }
        Object decoded = deserialize(topic, value);
        if (!topic.type().isInstance(decoded)) {
            String name = decoded instanceof GenericContainer data
                    ? data.getSchema().getFullName()
                    : decoded.getClass().getName();
            throw new PermanentFailure("A " + name + " does not belong on " + topic.name(), null);
        }
        return topic.type().cast(decoded);
    }

    private Object deserialize(Topic<?> topic, byte[] value) {
        try {
            Reading reading = new Reading(schemaId(value), topic.type());
            DatumReader<?> known = readers.get(reading);
            if (known != null) {
                return read(known, value);
            }
            Object decoded = deserializer.deserialize(topic.name(), value);
            if (decoded == null) {
                throw new PermanentFailure("The bytes hold no event", null);
            }
            if (decoded instanceof SpecificRecord || !(decoded instanceof GenericContainer data)) {
                return decoded;
            }
            Schema expected = topic.schema();
            if (!data.getSchema().getFullName().equals(expected.getFullName())) {
                return decoded;
            }
            DatumReader<?> reader =
                    SpecificData.getForClass(topic.type()).createDatumReader(data.getSchema(), expected);
            Object event = read(reader, value);
            readers.put(reading, reader);
            return event;
        } catch (PermanentFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw new TransientFailure("The schema registry does not answer: " + Failures.reason(e), e);
            }
            throw new PermanentFailure(
                    "Cannot be decoded with schema id " + schemaId(value) + ": " + Failures.reason(e), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Hostile lengths make a decoder ask for absurd memory: that is the bytes' fault.
            throw new PermanentFailure("Cannot be decoded: " + e, e);
        }
    }

    private static Object read(DatumReader<?> reader, byte[] value) throws IOException {
        return Objects.requireNonNull(
                reader.read(null, DecoderFactory.get().binaryDecoder(value, HEADER, value.length - HEADER, null)));
    }

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
