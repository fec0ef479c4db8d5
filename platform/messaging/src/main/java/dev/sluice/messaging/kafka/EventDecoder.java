package dev.sluice.messaging.kafka;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Turns bytes into the event that a topic promises. Avro is fast only on the thread that made it. */
public final class EventDecoder implements AutoCloseable {

    private static final int SHORTEST = 6;

    private final Deserializer<Object> deserializer;

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
            throw new PermanentFailure(
                    "A " + decoded.getClass().getName() + " does not belong on " + topic.name(), null);
        }
        return topic.type().cast(decoded);
    }

    private Object deserialize(Topic<?> topic, byte[] value) {
        try {
            Object decoded = deserializer.deserialize(topic.name(), value);
            if (decoded == null) {
                throw new PermanentFailure("The bytes hold no event", null);
            }
            return decoded;
        } catch (PermanentFailure e) {
            throw e;
        } catch (RuntimeException e) {
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

    private static int schemaId(byte[] value) {
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
