package dev.sluice.testing.fakes;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.EventPublisher;
import dev.sluice.messaging.TransientFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Keeps what was published. Events travel through Avro bytes, so that one that cannot be written fails here too. */
public final class RecordingEventPublisher implements EventPublisher {

    /** One published event as a subscriber would read it. */
    public record Published<T extends SpecificRecord>(Topic<T> topic, String key, T event, EventIdentity identity) {}

    private final List<Published<?>> published = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public <T extends SpecificRecord> void publish(Topic<T> topic, T event, EventIdentity identity) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new TransientFailure("The broker cannot be reached (the test says so).", null);
        }
        T copy = throughAvro(topic, event);
        published.add(new Published<>(topic, topic.keyOf(copy), copy, identity));
    }

    /** The next {@code count} publications fail as they do while the broker is away. */
    public void failNext(int count) {
        failures.set(count);
    }

    /** Everything published, oldest first. */
    public List<Published<?>> published() {
        return List.copyOf(published);
    }

    /** What was published on {@code topic} with identities, oldest first. */
    public <T extends SpecificRecord> List<Published<T>> publishedOn(Topic<T> topic) {
        return published.stream()
                .filter(p -> p.topic().name().equals(topic.name()))
                .map(p -> new Published<>(topic, p.key(), topic.type().cast(p.event()), p.identity()))
                .toList();
    }

    /** The events published on {@code topic}, oldest first. */
    public <T extends SpecificRecord> List<T> events(Topic<T> topic) {
        return publishedOn(topic).stream().map(Published::event).toList();
    }

    /** Forgets what was published. */
    public void clear() {
        published.clear();
    }

    private static <T extends SpecificRecord> T throughAvro(Topic<T> topic, T event) {
        try {
            SpecificData data = SpecificData.getForClass(topic.type());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            data.createDatumWriter(topic.schema()).write(event, encoder);
            encoder.flush();
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            return new SpecificDatumReader<T>(topic.schema(), topic.schema(), data).read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
