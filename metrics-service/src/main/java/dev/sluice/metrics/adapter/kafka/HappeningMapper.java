package dev.sluice.metrics.adapter.kafka;

import static dev.sluice.metrics.domain.Measurement.one;

import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.SubjectKind;
import dev.sluice.events.ValidationCompleted;
import dev.sluice.metrics.domain.FlowMetric;
import dev.sluice.metrics.domain.Happening;
import dev.sluice.metrics.domain.Measurement;
import dev.sluice.metrics.domain.Milestone;
import dev.sluice.metrics.domain.Milestone.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What each event means for the figures. */
final class HappeningMapper {

    private HappeningMapper() {}

    static Happening toDomain(String eventId, String topic, SpecificRecord event) {
        List<Measurement> measurements = new ArrayList<>(measurements(event));
        measurements.add(0, one(FlowMetric.EVENTS, topic));
        return new Happening(eventId, measurements, milestone(event));
    }

    private static List<Measurement> measurements(SpecificRecord event) {
        return switch (event) {
            case RequirementSubmitted e ->
                List.of(one(FlowMetric.REQUIREMENTS, label(e.getKind()), label(e.getSource())));
            case PlanProposed e -> List.of(one(FlowMetric.PLANS, label(e.getOutcome()), label(e.getApproval())));
            case PlanDecided e -> List.of(one(FlowMetric.PLAN_DECISIONS, label(e.getVerdict())));
            case ClarificationRequested e -> clarification(e.getSubjectKind(), "requested");
            case ClarificationAnswered e -> clarification(e.getSubjectKind(), "answered");
            case ClarificationExpired e -> clarification(e.getSubjectKind(), "expired");
            case StoryPlanned e -> List.of(one(FlowMetric.STORIES_PLANNED));
            case CodeGenerated e -> of(e);
            case ReviewCompleted e -> List.of(one(FlowMetric.REVIEWS, label(e.getRole()), label(e.getVerdict())));
            case ReleaseDecided e -> of(e);
            case ChangeMerged e -> List.of(one(FlowMetric.MERGES, Boolean.toString(e.getAsEvaluated())));
            case MergeRefused e -> List.of(one(FlowMetric.MERGE_REFUSALS, label(e.getCause())));
            case ValidationCompleted e ->
                List.of(one(FlowMetric.VALIDATIONS, e.getEnvironment(), Boolean.toString(e.getPassed())));
            case ModelCalled e -> ModelCallMapper.toDomain(e);
            case ControlChanged e -> List.of(one(FlowMetric.CONTROL_CHANGES, label(e.getState())));
            default -> List.of();
        };
    }

    private static @Nullable Milestone milestone(SpecificRecord event) {
        return switch (event) {
            case StoryPlanned e -> new Milestone(e.getStoryId(), Point.PLANNED, e.getPlannedAt());
            case CodeGenerated e -> new Milestone(e.getStoryId(), Point.GENERATED, e.getGeneratedAt());
            case ReleaseDecided e -> new Milestone(e.getStoryId(), Point.DECIDED, e.getDecidedAt());
            case ChangeMerged e -> new Milestone(e.getStoryId(), Point.MERGED, e.getMergedAt());
            default -> null;
        };
    }

    private static List<Measurement> of(CodeGenerated event) {
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(one(FlowMetric.CHANGES, label(event.getOrigin()), label(event.getOutcome())));
        event.getAttempts()
                .forEach(attempt -> measurements.add(
                        one(FlowMetric.ATTEMPTS, label(attempt.getKind()), label(attempt.getOutcome()))));
        return measurements;
    }

    private static List<Measurement> of(ReleaseDecided event) {
        String outcome = label(event.getOutcome());
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(one(FlowMetric.DECISIONS, outcome, Integer.toString(event.getLayer())));
        event.getReasons().stream()
                .map(reason -> reason.getCode().toLowerCase(Locale.ROOT))
                .distinct()
                .forEach(code -> measurements.add(one(FlowMetric.REASONS, outcome, code)));
        return measurements;
    }

    private static List<Measurement> clarification(SubjectKind subject, String state) {
        return List.of(one(FlowMetric.CLARIFICATIONS, label(subject), state));
    }

    static String label(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
