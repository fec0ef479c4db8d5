package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.streams.EventStreams;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.Stores;

/**
 * Joins changes and verdicts by change id and decides: {@code code.generated} and {@code review.completed}, which must have
 * equally many partitions, to {@code release.decided}.
 */
public final class GateTopology {

    static final String CASES = "cases";
    static final String DEADLINES = "deadlines";

    private GateTopology() {}

    /**
     * The topology.
     *
     * @param repositoryHeld whether people hold the repository of that URL; its deadlines wait meanwhile
     */
    public static Topology build(EventStreams streams, GateSettings settings, Predicate<String> repositoryHeld) {
        ProcessorSupplier<String, SpecificRecord, String, ReleaseDecided> gate =
                () -> new GateProcessor(streams, settings, repositoryHeld);
        return new Topology()
                .addSource(
                        "code-generated",
                        new StringDeserializer(),
                        streams.serde(Topics.CODE_GENERATED).deserializer(),
                        Topics.CODE_GENERATED.name())
                .addSource(
                        "review-completed",
                        new StringDeserializer(),
                        streams.serde(Topics.REVIEW_COMPLETED).deserializer(),
                        Topics.REVIEW_COMPLETED.name())
                .addProcessor("gate", gate, "code-generated", "review-completed")
                .addStateStore(
                        Stores.keyValueStoreBuilder(settings.store(CASES), Serdes.String(), new CaseSerde()), "gate")
                .addStateStore(
                        Stores.keyValueStoreBuilder(settings.store(DEADLINES), Serdes.Bytes(), Serdes.ByteArray()),
                        "gate")
                .addSink(
                        "release-decided",
                        Topics.RELEASE_DECIDED.name(),
                        new StringSerializer(),
                        streams.serde(Topics.RELEASE_DECIDED).serializer(),
                        "gate");
    }
}
