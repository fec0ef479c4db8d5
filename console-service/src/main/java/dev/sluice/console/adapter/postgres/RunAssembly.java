package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.ChangeDetail;
import dev.sluice.console.application.ClarificationDetail;
import dev.sluice.console.application.PlanDetail;
import dev.sluice.console.application.ReleaseDetail;
import dev.sluice.console.application.RequirementDetail;
import dev.sluice.console.application.ReviewDetail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the events of one run together, in whatever order they come. Of events that may come once, the first counts. */
final class RunAssembly {

    private record Subject(String changeId, String storyId, String requirementId) {}

    private record End(String topic, String payload) {}

    private record ClarificationId(String clarificationId) {}

    private static final class Change {
        private @Nullable Subject subject;
        private ChangeDetail.@Nullable Generated generated;
        private final Map<String, ReviewDetail> reviews = new LinkedHashMap<>();
        private @Nullable ReleaseDetail decision;
        private ChangeDetail.@Nullable Merge merge;
        private ChangeDetail.@Nullable Refusal refusal;
    }

    private @Nullable RequirementDetail requirement;
    private final TreeMap<Integer, PlanDetail> plans = new TreeMap<>();
    private final Map<Integer, PlanDetail.Decision> decisions = new LinkedHashMap<>();
    private final Map<String, ClarificationDetail> questions = new LinkedHashMap<>();
    private final Map<String, End> ends = new LinkedHashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();

    void add(String topic, String key, String payload) {
        switch (topic) {
            case "requirement.submitted" ->
                requirement = requirement == null ? Payloads.read(payload, RequirementDetail.class) : requirement;
            case "plan.proposed" -> {
                PlanDetail plan = Payloads.read(payload, PlanDetail.class);
                plans.putIfAbsent(plan.revision(), plan);
            }
            case "plan.decided" -> {
                PlanDetail.Decision made = Payloads.read(payload, PlanDetail.Decision.class);
                decisions.putIfAbsent(made.planRevision(), made);
            }
            case "clarification.requested" -> {
                ClarificationDetail asked = Payloads.read(payload, ClarificationDetail.class);
                questions.putIfAbsent(asked.clarificationId(), asked);
            }
            case "clarification.answered", "clarification.expired" ->
                ends.putIfAbsent(
                        Payloads.read(payload, ClarificationId.class).clarificationId(), new End(topic, payload));
            default -> change(topic, changes.computeIfAbsent(key, k -> new Change()), payload);
        }
    }

    private static void change(String topic, Change change, String payload) {
        switch (topic) {
            case "code.generated" -> {
                if (change.generated == null) {
                    change.subject = Payloads.read(payload, Subject.class);
                    change.generated = Payloads.read(payload, ChangeDetail.Generated.class);
                }
            }
            case "review.completed" -> {
                ReviewDetail review = Payloads.read(payload, ReviewDetail.class);
                change.reviews.putIfAbsent(review.reviewId(), review);
            }
            case "release.decided" ->
                change.decision =
                        change.decision == null ? Payloads.read(payload, ReleaseDetail.class) : change.decision;
            case "change.merged" ->
                change.merge = change.merge == null ? Payloads.read(payload, ChangeDetail.Merge.class) : change.merge;
            case "merge.refused" ->
                change.refusal =
                        change.refusal == null ? Payloads.read(payload, ChangeDetail.Refusal.class) : change.refusal;
            default -> throw new IllegalArgumentException("Not an event of a run: " + topic);
        }
    }

    @Nullable
    RequirementDetail requirement() {
        return requirement;
    }

    @Nullable
    PlanDetail plan() {
        return plans.isEmpty() ? null : plans.lastEntry().getValue().with(decisions.get(plans.lastKey()));
    }

    List<ClarificationDetail> clarifications() {
        return questions.values().stream().map(this::ended).toList();
    }

    private ClarificationDetail ended(ClarificationDetail asked) {
        End end = ends.get(asked.clarificationId());
        if (end == null) {
            return asked.ended("OPEN", new ClarificationDetail.Ending(null, null));
        }
        String how = end.topic().equals("clarification.answered") ? "ANSWERED" : "EXPIRED";
        return asked.ended(how, Payloads.read(end.payload(), ClarificationDetail.Ending.class));
    }

    /** Changes whose {@code code.generated} is known. */
    List<ChangeDetail> changes() {
        List<ChangeDetail> complete = new ArrayList<>();
        for (Change change : changes.values()) {
            Subject subject = change.subject;
            ChangeDetail.Generated generated = change.generated;
            if (subject != null && generated != null) {
                complete.add(new ChangeDetail(
                        subject.changeId(),
                        subject.storyId(),
                        subject.requirementId(),
                        generated,
                        List.copyOf(change.reviews.values()),
                        change.decision,
                        change.merge,
                        change.refusal));
            }
        }
        complete.sort(Comparator.comparing(c -> c.generated().generatedAt()));
        return complete;
    }

    Optional<ChangeDetail> change(String changeId) {
        return changes().stream().filter(c -> c.changeId().equals(changeId)).findFirst();
    }
}
