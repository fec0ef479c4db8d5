package dev.sluice.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.ControlState;
import dev.sluice.events.catalogue.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class EventEncoderTest {

    private static final String TOPIC = Topics.CONTROL_CHANGED.name();

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksTheVendorOncePerTopicAndWritesTheSameBytes() {
        EventEncoder encoder = new EventEncoder(vendor(7, ""));

        byte[] first = encoder.serialize(TOPIC, event("merges"));
        byte[] second = encoder.serialize(TOPIC, event("merges"));
        byte[] other = encoder.serialize(TOPIC, event("all"));

        assertThat(asked).hasValue(1);
        assertThat(second).isEqualTo(first).startsWith(0, 0, 0, 0, 7);
        assertThat(other).isEqualTo(wire(7, event("all"), ""));
    }

    @Test
    void leavesWritingToTheVendorWhereItWritesOtherwise() {
        EventEncoder encoder = new EventEncoder(vendor(8, "newer field"));

        encoder.serialize(TOPIC, event("merges"));
        byte[] second = encoder.serialize(TOPIC, event("all"));

        assertThat(asked).hasValue(2);
        assertThat(second).isEqualTo(wire(8, event("all"), "newer field"));
    }

    @Test
    void leavesTombstonesToTheVendor() {
        assertThat(new EventEncoder((topic, event) -> null).serialize(TOPIC, null))
                .isNull();
    }

    private Serializer<Object> vendor(int id, String more) {
        return (topic, event) -> {
            asked.incrementAndGet();
            return wire(id, (SpecificRecord) event, more);
        };
    }

    private static byte[] wire(int id, SpecificRecord event, String more) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(new byte[] {0, 0, 0, 0, (byte) id});
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            SpecificData.getForClass(event.getClass())
                    .createDatumWriter(event.getSchema())
                    .write(event, encoder);
            if (!more.isEmpty()) {
                encoder.writeString(more);
            }
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ControlChanged event(String scope) {
        return ControlChanged.newBuilder()
                .setScope(scope)
                .setState(ControlState.PAUSED)
                .setReason("test")
                .setChangedBy(Actor.newBuilder()
                        .setId("somebody")
                        .setKind(ActorKind.PERSON)
                        .build())
                .setChangedAt(Instant.EPOCH)
                .build();
    }
}
