package dev.sluice.metrics.adapter.kafka;

import static dev.sluice.metrics.adapter.kafka.HappeningMapper.label;
import static dev.sluice.metrics.domain.Measurement.one;

import dev.sluice.events.ModelCalled;
import dev.sluice.events.Money;
import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Measurement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model call means for the figures: calls, tokens, cost. */
final class ModelCallMapper {

    private ModelCallMapper() {}

    static List<Measurement> toDomain(ModelCalled call) {
        String role = label(call.getRole());
        String model = model(call);
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(one(FlowMetric.MODEL_CALLS, role, model, label(call.getStatus()), label(call.getCacheTier())));
        tokens(measurements, call.getInputTokens(), role, model, "input");
        tokens(measurements, call.getOutputTokens(), role, model, "output");
        Money cost = call.getActualCost();
        if (cost != null && cost.getAmount().signum() > 0) {
            measurements.add(new Measurement(
                    FlowMetric.MODEL_COST,
                    List.of(role, model, cost.getCurrency()),
                    cost.getAmount().doubleValue()));
        }
        return measurements;
    }

    private static void tokens(
            List<Measurement> measurements, @Nullable Long tokens, String role, String model, String direction) {
        if (tokens != null && tokens > 0) {
            measurements.add(new Measurement(FlowMetric.MODEL_TOKENS, List.of(role, model, direction), tokens));
        }
    }

    /** As routes name it; a provider's own, dated name would be another series with every release. */
    private static String model(ModelCalled call) {
        String model = call.getRequestedModel();
        if (model == null) {
            return "none";
        }
        return call.getProvider() == null || model.startsWith(call.getProvider() + "/")
                ? model
                : call.getProvider() + "/" + model;
    }
}
