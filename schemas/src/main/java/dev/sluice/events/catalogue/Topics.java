package dev.sluice.events.catalogue;

import dev.sluice.events.AuditRecorded;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.KnowledgeUpdated;
import dev.sluice.events.LessonsUpdated;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanWanted;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.ValidationCompleted;
import dev.sluice.events.catalogue.Topic.Retention;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Every topic of Sluice. */
public final class Topics {

    public static final Topic<RequirementSubmitted> REQUIREMENT_SUBMITTED =
            every("requirement.submitted", RequirementSubmitted.class, RequirementSubmitted::getRequirementId);
    public static final Topic<PlanWanted> PLAN_WANTED =
            every("plan.wanted", PlanWanted.class, PlanWanted::getRequirementId);
    public static final Topic<PlanProposed> PLAN_PROPOSED =
            every("plan.proposed", PlanProposed.class, PlanProposed::getRequirementId);
    public static final Topic<PlanDecided> PLAN_DECIDED =
            every("plan.decided", PlanDecided.class, PlanDecided::getRequirementId);
    public static final Topic<ClarificationRequested> CLARIFICATION_REQUESTED =
            every("clarification.requested", ClarificationRequested.class, ClarificationRequested::getSubjectId);
    public static final Topic<ClarificationAnswered> CLARIFICATION_ANSWERED =
            every("clarification.answered", ClarificationAnswered.class, ClarificationAnswered::getSubjectId);
    public static final Topic<ClarificationExpired> CLARIFICATION_EXPIRED =
            every("clarification.expired", ClarificationExpired.class, ClarificationExpired::getSubjectId);
    public static final Topic<StoryPlanned> STORY_PLANNED =
            every("story.planned", StoryPlanned.class, StoryPlanned::getStoryId);
    public static final Topic<CodeGenerated> CODE_GENERATED =
            every("code.generated", CodeGenerated.class, CodeGenerated::getChangeId);
    public static final Topic<ReviewCompleted> REVIEW_COMPLETED =
            every("review.completed", ReviewCompleted.class, ReviewCompleted::getChangeId);
    public static final Topic<ReleaseDecided> RELEASE_DECIDED =
            every("release.decided", ReleaseDecided.class, ReleaseDecided::getChangeId);
    public static final Topic<ChangeMerged> CHANGE_MERGED =
            every("change.merged", ChangeMerged.class, ChangeMerged::getChangeId);
    public static final Topic<MergeRefused> MERGE_REFUSED =
            every("merge.refused", MergeRefused.class, MergeRefused::getChangeId);
    public static final Topic<ValidationCompleted> VALIDATION_COMPLETED =
            every("validation.completed", ValidationCompleted.class, ValidationCompleted::getChangeId);
    public static final Topic<ModelCalled> MODEL_CALLED =
            every("model.called", ModelCalled.class, ModelCalled::getTraceId);
    public static final Topic<KnowledgeUpdated> KNOWLEDGE_UPDATED = latest(
            "knowledge.updated", KnowledgeUpdated.class, e -> e.getRepository().getUrl());
    public static final Topic<LessonsUpdated> LESSONS_UPDATED = latest(
            "lessons.updated", LessonsUpdated.class, e -> e.getRepository().getUrl());
    public static final Topic<ControlChanged> CONTROL_CHANGED =
            latest("control.changed", ControlChanged.class, ControlChanged::getScope);
    public static final Topic<AuditRecorded> AUDIT_RECORDED =
            every("audit.recorded", AuditRecorded.class, AuditRecorded::getSubject);

    private static final List<Topic<?>> ALL = List.of(
            REQUIREMENT_SUBMITTED,
            PLAN_WANTED,
            PLAN_PROPOSED,
            PLAN_DECIDED,
            CLARIFICATION_REQUESTED,
            CLARIFICATION_ANSWERED,
            CLARIFICATION_EXPIRED,
            STORY_PLANNED,
            CODE_GENERATED,
            REVIEW_COMPLETED,
            RELEASE_DECIDED,
            CHANGE_MERGED,
            MERGE_REFUSED,
            VALIDATION_COMPLETED,
            MODEL_CALLED,
            KNOWLEDGE_UPDATED,
            LESSONS_UPDATED,
            CONTROL_CHANGED,
            AUDIT_RECORDED);

    private Topics() {}

    /** All topics, in the order in which a requirement meets them. */
    public static List<Topic<?>> all() {
        return ALL;
    }

    /** The topic of that name, if it is one of ours. */
    public static Optional<Topic<?>> named(String name) {
        return ALL.stream()
                .<Topic<?>>map(t -> t)
                .filter(t -> t.name().equals(name))
                .findFirst();
    }

    private static <T extends SpecificRecord> Topic<T> every(String name, Class<T> type, Function<T, String> key) {
        return new Topic<>(name, type, key, Retention.EVERY_EVENT);
    }

    private static <T extends SpecificRecord> Topic<T> latest(String name, Class<T> type, Function<T, String> key) {
        return new Topic<>(name, type, key, Retention.LAST_OF_KEY);
    }
}
