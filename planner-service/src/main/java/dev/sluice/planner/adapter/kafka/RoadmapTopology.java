package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.PlanWanted;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.streams.EventStreams;
import dev.sluice.planner.domain.Fact;
import dev.sluice.planner.domain.Roadmap;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every fact about a requirement together under its id, hands it to the domain and carries its orders away; beside
 * that, lets clarifications expire. All topics read here have the same number of partitions.
 */
public final class RoadmapTopology {

    private static final Logger LOG = LoggerFactory.getLogger(RoadmapTopology.class);

    private final EventStreams streams;
    private final StreamsBuilder builder = new StreamsBuilder();

    private RoadmapTopology(EventStreams streams) {
        this.streams = streams;
    }

    /** Builds the topology. Pure. */
    public static Topology build(EventStreams streams, Duration checkExpiryEvery) {
        return new RoadmapTopology(streams).build(checkExpiryEvery);
    }

    private Topology build(Duration checkExpiryEvery) {
        KStream<String, ClarificationRequested> requested = source(Topics.CLARIFICATION_REQUESTED);
        KStream<String, ClarificationAnswered> answered = source(Topics.CLARIFICATION_ANSWERED);
        roadmap(requested, answered);
        expiry(requested, answered, checkExpiryEvery);
        return builder.build();
    }

    private void roadmap(
            KStream<String, ClarificationRequested> requested, KStream<String, ClarificationAnswered> answered) {
        builder.addStateStore(store(RoadmapProcessor.STORE, StateJson.serde(Roadmap.class)));
        KStream<String, Fact> facts = facts(
                        Topics.REQUIREMENT_SUBMITTED, source(Topics.REQUIREMENT_SUBMITTED), FactMapper::toFact)
                .merge(
                        facts(Topics.PLAN_PROPOSED, source(Topics.PLAN_PROPOSED), FactMapper::toFact),
                        Named.as("with-plans"))
                .merge(
                        facts(Topics.PLAN_DECIDED, source(Topics.PLAN_DECIDED), FactMapper::toFact),
                        Named.as("with-decisions"))
                .merge(
                        facts(
                                Topics.CHANGE_MERGED,
                                byRequirement(
                                        Topics.CHANGE_MERGED,
                                        source(Topics.CHANGE_MERGED),
                                        ChangeMerged::getRequirementId),
                                FactMapper::toFact),
                        Named.as("with-merges"))
                .merge(
                        facts(
                                Topics.CLARIFICATION_REQUESTED,
                                byRequirement(
                                        Topics.CLARIFICATION_REQUESTED,
                                        requested,
                                        ClarificationRequested::getRequirementId),
                                FactMapper::toFact),
                        Named.as("with-questions"))
                .merge(
                        facts(
                                Topics.CLARIFICATION_ANSWERED,
                                byRequirement(
                                        Topics.CLARIFICATION_ANSWERED,
                                        answered,
                                        ClarificationAnswered::getRequirementId),
                                FactMapper::toFact),
                        Named.as("with-answers"));
        KStream<String, SpecificRecord> orders =
                facts.process(() -> new RoadmapProcessor(streams), Named.as("roadmap"), RoadmapProcessor.STORE);
        sink(orders, Topics.PLAN_WANTED, PlanWanted.class);
        sink(orders, Topics.STORY_PLANNED, StoryPlanned.class);
    }

    private void expiry(
            KStream<String, ClarificationRequested> requested,
            KStream<String, ClarificationAnswered> answered,
            Duration checkEvery) {
        builder.addStateStore(store(ExpiryProcessor.STORE, StateJson.serde(OpenClarification.class)));
        builder.addStateStore(store(ExpiryProcessor.DUE, Serdes.String()));
        KStream<String, SpecificRecord> expired = requested
                .mapValues(SpecificRecord.class::cast, Named.as("questions"))
                .merge(
                        answered.mapValues(SpecificRecord.class::cast, Named.as("answers")),
                        Named.as("questions-and-answers"))
                .process(
                        () -> new ExpiryProcessor(streams, checkEvery),
                        Named.as("expiry"),
                        ExpiryProcessor.STORE,
                        ExpiryProcessor.DUE);
        sink(expired, Topics.CLARIFICATION_EXPIRED, ClarificationExpired.class);
    }

    private <T extends SpecificRecord> KStream<String, T> source(Topic<T> topic) {
        return builder.stream(topic.name(), streams.consumed(topic, name(topic)))
                .filter((key, event) -> underItsKey(topic, key, event), Named.as(name(topic) + "-keyed"));
    }

    /** An event in the wrong partition would begin a second state of the same requirement. */
    private static <T extends SpecificRecord> boolean underItsKey(Topic<T> topic, @Nullable String key, T event) {
        boolean expected = topic.keyOf(event).equals(key);
        if (!expected) {
            LOG.atWarn()
                    .addKeyValue("topic", topic.name())
                    .addKeyValue("key", key)
                    .log(
                            "An event was written under another key than its own and is skipped: its producer must be corrected");
        }
        return expected;
    }

    private <T extends SpecificRecord> KStream<String, T> byRequirement(
            Topic<T> topic, KStream<String, T> events, Function<T, String> requirementId) {
        String name = name(topic) + "-by-requirement";
        return events.selectKey((key, event) -> requirementId.apply(event), Named.as(name + "-key"))
                .repartition(Repartitioned.with(Serdes.String(), EventStreams.stateSerde(topic.type()))
                        .withName(name));
    }

    private <T extends SpecificRecord> KStream<String, Fact> facts(
            Topic<T> topic, KStream<String, T> events, Function<T, Optional<Fact>> mapper) {
        return events.flatMapValues(event -> mapper.apply(event).stream().toList(), Named.as(name(topic) + "-fact"));
    }

    private <T extends SpecificRecord> void sink(
            KStream<String, SpecificRecord> events, Topic<T> topic, Class<T> type) {
        events.filter((key, event) -> type.isInstance(event), Named.as(name(topic) + "-only"))
                .mapValues(type::cast, Named.as(name(topic) + "-event"))
                .to(topic.name(), streams.produced(topic, name(topic) + "-out"));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    private static String name(Topic<?> topic) {
        return topic.name().replace('.', '-');
    }
}
