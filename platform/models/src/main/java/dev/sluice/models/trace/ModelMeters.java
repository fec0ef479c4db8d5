package dev.sluice.models.trace;

import dev.sluice.models.provider.ProviderReply;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The metrics of model calls. Names that OpenTelemetry's GenAI conventions know are theirs. */
public final class ModelMeters {

    /** Every metric of this module. */
    public enum Name {
        /** Time of a call to a provider, repeats and fail-over included. Timer, seconds. */
        OPERATION_DURATION("gen_ai.client.operation.duration"),
        /** Tokens of a call by {@code gen_ai.token.type}: input or output. Summary. */
        TOKEN_USAGE("gen_ai.client.token.usage"),
        /** Calls by role, status and where the reply was found. Counter. */
        CALLS("sluice.model.calls"),
        /** Tries of routes by provider and outcome. Counter. */
        TRIES("sluice.model.tries"),
        /** Traces that could not be published. Counter; above zero is a defect of operation. */
        TRACES_LOST("sluice.model.traces.lost");

        private final String meter;

        Name(String meter) {
            this.meter = meter;
        }

        /** Name in Micrometer's notation. */
        public String meter() {
            return meter;
        }
    }

    private final MeterRegistry registry;

    public ModelMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void over(Call call) {
        registry.counter(
                        Name.CALLS.meter(),
                        Tags.of(
                                "role", call.request().role().key(),
                                "status", call.status().name(),
                                "tier", call.journaled() ? "JOURNAL" : "NONE"))
                .increment();
        if (call.journaled()) {
            return;
        }
        for (Try attempt : call.tries()) {
            registry.counter(Name.TRIES.meter(), Tags.of("provider", attempt.provider(), "outcome", attempt.outcome()))
                    .increment();
        }
        Tags tags = tags(call.paid());
        Timer.builder(Name.OPERATION_DURATION.meter())
                .tags(tags.and("error.type", call.errorType() == null ? "none" : call.errorType()))
                .register(registry)
                .record(Duration.ofMillis(call.endedMillis() - call.startedMillis()));
        if (call.paid() != null && call.paid().usage() != null) {
            tokens(tags, call.paid().usage());
        }
    }

    void traceLost() {
        registry.counter(Name.TRACES_LOST.meter()).increment();
    }

    private void tokens(Tags tags, ProviderReply.Usage usage) {
        tokens(tags, "input", usage.input());
        tokens(tags, "output", usage.output());
    }

    private void tokens(Tags tags, String type, @Nullable Long count) {
        if (count != null) {
            DistributionSummary.builder(Name.TOKEN_USAGE.meter())
                    .tags(tags.and("gen_ai.token.type", type))
                    .register(registry)
                    .record(count);
        }
    }

    private static Tags tags(@Nullable Paid paid) {
        return Tags.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.provider.name", paid == null ? "none" : paid.system(),
                "gen_ai.request.model", paid == null ? "none" : paid.model());
    }
}
