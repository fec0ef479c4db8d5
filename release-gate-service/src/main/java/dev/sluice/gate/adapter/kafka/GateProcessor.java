package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.ReleaseDecided;
import dev.sluice.messaging.streams.EventStreams;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Gives what arrives, and the time, to the {@link CaseDesk} of its partition. */
final class GateProcessor implements Processor<String, SpecificRecord, String, ReleaseDecided> {

    private final EventStreams streams;
    private final GateSettings settings;
    private final Predicate<String> repositoryHeld;
    private @Nullable CaseDesk desk;

    GateProcessor(EventStreams streams, GateSettings settings, Predicate<String> repositoryHeld) {
        this.streams = streams;
        this.settings = settings;
        this.repositoryHeld = repositoryHeld;
    }

    @Override
    public void init(ProcessorContext<String, ReleaseDecided> context) {
        CaseDesk opened = new CaseDesk(streams, settings, repositoryHeld, context);
        desk = opened;
        context.schedule(
                settings.tick(), PunctuationType.WALL_CLOCK_TIME, millis -> opened.tick(Instant.ofEpochMilli(millis)));
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        Objects.requireNonNull(desk, "init comes first").take(record);
    }
}
