package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.catalogue.Topics;
import dev.sluice.gate.adapter.kafka.CaseState.Closed;
import dev.sluice.gate.adapter.kafka.CaseState.Open;
import dev.sluice.gate.adapter.kafka.CaseState.Trail;
import dev.sluice.gate.domain.Change;
import dev.sluice.gate.domain.Decision;
import dev.sluice.gate.domain.ReleaseCase;
import dev.sluice.gate.domain.ReleasePolicy;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.messaging.streams.EventStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open and the closed cases of one partition: carries events to {@link ReleasePolicy} and forwards what it decides. */
final class CaseDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);
    private static final int BATCH = 500;
    private static final Duration LONGEST_TICK = Duration.ofMillis(250);

    private final EventStreams streams;
    private final Duration retention;
    private final Predicate<String> repositoryHeld;
    private final PolicyReader policies = new PolicyReader();
    private final ProcessorContext<String, ReleaseDecided> context;
    private final KeyValueStore<String, CaseState> cases;
    private final DeadlineIndex deadlines;
    private final Settling settling;

    CaseDesk(
            EventStreams streams,
            GateSettings settings,
            Predicate<String> repositoryHeld,
            ProcessorContext<String, ReleaseDecided> context) {
        this.streams = streams;
        this.retention = settings.retention();
        this.repositoryHeld = repositoryHeld;
        this.context = context;
        this.cases = context.getStateStore(GateTopology.CASES);
        this.deadlines = new DeadlineIndex(context.getStateStore(GateTopology.DEADLINES));
        this.settling = new Settling(settings.quiet());
    }

    void take(Record<String, SpecificRecord> record) {
        Instant now = Instant.ofEpochMilli(context.currentSystemTimeMs());
        settling.saw(Instant.ofEpochMilli(record.timestamp()), now);
        String changeId = changeId(record.value());
        if (changeId.isEmpty() || !changeId.equals(record.key())) {
            LOG.atWarn().addKeyValue("key", record.key()).log("Ignored an event whose key is not its change");
            return;
        }
        CaseState before = cases.get(changeId);
        if (before instanceof Closed) {
            return;
        }
        Open open = before instanceof Open known ? known : new Open(ReleaseCase.open(changeId, now), null);
        Open after = with(open, record, now);
        if (after != open) {
            keepOrClose(open, after, before == null, now);
        }
    }

    private static String changeId(@Nullable SpecificRecord event) {
        if (event instanceof CodeGenerated change) {
            return change.getChangeId();
        }
        return event instanceof ReviewCompleted review ? review.getChangeId() : "";
    }

    private Open with(Open open, Record<String, SpecificRecord> record, Instant now) {
        ReleaseCase release = open.release();
        Trail trail = open.trail();
        if (record.value() instanceof CodeGenerated change && trail == null) {
            release = release.with(ChangeMapper.toDomain(change), now);
            trail = Trail.of(EventStreams.delivery(record));
        } else if (record.value() instanceof ReviewCompleted review) {
            release =
                    VerdictMapper.toDomain(review, policies).map(release::with).orElse(release);
        }
        return release == open.release() ? open : new Open(release, trail);
    }

    private void keepOrClose(Open before, Open after, boolean isNew, Instant now) {
        String changeId = after.release().changeId();
        Optional<Decision> decision = ReleasePolicy.decide(after.release(), now);
        if (decision.isPresent()) {
            close(after, decision.get(), now);
            if (isNew) {
                deadlines.add(now.plus(retention), changeId);
            }
            return;
        }
        cases.put(changeId, after);
        Instant due = due(after);
        if (isNew || due.isBefore(due(before))) {
            deadlines.add(due, changeId);
        }
    }

    /** What has come due since the last tick: a deadline, or the end of a closed case's time. */
    void tick(Instant now) {
        if (!settling.settled(now)) {
            return;
        }
        long end = System.nanoTime() + LONGEST_TICK.toNanos();
        List<DeadlineIndex.Due> taken;
        do {
            taken = deadlines.take(now, BATCH);
            taken.forEach(entry -> due(entry.changeId(), now));
        } while (taken.size() == BATCH && System.nanoTime() < end);
    }

    private void due(String changeId, Instant now) {
        CaseState state = cases.get(changeId);
        if (state == null) {
            return;
        }
        Instant due = due(state);
        if (due.isAfter(now)) {
            deadlines.add(due, changeId);
        } else if (state instanceof Open open && open.release().change() != null) {
            late(open, open.release().change(), now);
        } else {
            cases.delete(changeId);
        }
    }

    /** While people hold the repository no verdict can come: then its time begins anew. */
    private void late(Open open, Change change, Instant now) {
        String changeId = change.changeId();
        if (repositoryHeld.test(change.repository())) {
            Open waiting = new Open(open.release().waitingSince(now), open.trail());
            cases.put(changeId, waiting);
            deadlines.add(due(waiting), changeId);
        } else {
            ReleasePolicy.decide(open.release(), now).ifPresent(decision -> close(open, decision, now));
            deadlines.add(now.plus(retention), changeId);
        }
    }

    private void close(Open open, Decision decision, Instant now) {
        Change change = open.release().change();
        Trail trail = open.trail();
        if (change == null || trail == null) {
            throw new IllegalStateException("Decided about a change that never came");
        }
        ReleaseDecided event = DecisionMapper.toEvent(change, decision, now);
        EventIdentity identity = new EventIdentity(
                EventIdentity.derive(trail.eventId(), "release-decided"),
                trail.eventId(),
                trail.correlationId(),
                trail.traceparent());
        context.forward(new Record<>(
                change.changeId(),
                event,
                now.toEpochMilli(),
                streams.envelope(Topics.RELEASE_DECIDED, event, identity, now)));
        cases.put(change.changeId(), new Closed(now));
    }

    private Instant due(CaseState state) {
        return switch (state) {
            case Closed closed -> closed.at().plus(retention);
            case Open open ->
                open.release().change() == null
                        ? open.release().openedAt().plus(retention)
                        : open.release().deadline();
        };
    }
}
