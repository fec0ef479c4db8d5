package dev.sluice.planner.adapter.kafka;

import static java.util.Objects.requireNonNull;

import dev.sluice.events.catalogue.Topic;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.messaging.Delivery;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.streams.EventStreams;
import dev.sluice.planner.domain.Fact;
import dev.sluice.planner.domain.Order;
import dev.sluice.planner.domain.Roadmap;
import dev.sluice.planner.domain.Step;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Carries facts to {@link Roadmap} and its orders away. Keys are requirement ids. Ids of outgoing events follow from what
 * they are about, not from the fact that came last, so that a rebuild in another order repeats them.
 */
final class RoadmapProcessor extends ContextualProcessor<String, Fact, String, SpecificRecord> {

    static final String STORE = "roadmaps";

    private final EventStreams streams;
    private @Nullable KeyValueStore<String, Roadmap> roadmaps;

    RoadmapProcessor(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        super.init(context);
        roadmaps = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, Fact> record) {
        KeyValueStore<String, Roadmap> store = requireNonNull(roadmaps);
        String requirementId = record.key();
        Roadmap known = store.get(requirementId);
        Step step = (known == null ? Roadmap.EMPTY : known).on(record.value());
        if (!step.roadmap().equals(known)) {
            store.put(requirementId, step.roadmap());
        }
        for (Order order : step.orders()) {
            forward(requirementId, order, EventStreams.delivery(record));
        }
    }

    private void forward(String requirementId, Order order, Delivery cause) {
        Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
        switch (order) {
            case Order.WantPlan wanted -> {
                String step = "plan-wanted/" + wanted.task().revision() + "/" + wanted.answered();
                forward(
                        Topics.PLAN_WANTED,
                        TaskMapper.toEvent(wanted.task(), now),
                        identity(requirementId, requirementId, step, cause),
                        now);
            }
            case Order.ReleaseStory release -> {
                String step = "planned/" + release.planRevision() + "/" + release.revision();
                var event = OrderMapper.toEvent(requirementId, release, now);
                forward(Topics.STORY_PLANNED, event, identity(requirementId, event.getStoryId(), step, cause), now);
            }
        }
    }

    private <T extends SpecificRecord> void forward(Topic<T> topic, T event, EventIdentity identity, Instant now) {
        context()
                .forward(new Record<>(
                        topic.keyOf(event), event, now.toEpochMilli(), streams.envelope(topic, event, identity, now)));
    }

    private static EventIdentity identity(String requirementId, String subject, String step, Delivery cause) {
        return new EventIdentity(
                EventIdentity.derive(subject, step), cause.eventId(), requirementId, cause.traceparent());
    }
}
