package dev.sluice.console.adapter.kafka;

import dev.sluice.events.AuditRecorded;
import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationExpired;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.ControlChanged;
import dev.sluice.events.KnowledgeUpdated;
import dev.sluice.events.LessonsUpdated;
import dev.sluice.events.MergeRefused;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanWanted;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.StoryPlanned;
import dev.sluice.events.TestReport;
import dev.sluice.events.ValidationCompleted;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** One sentence for people about each event. What it quotes is untrusted text. */
final class Summaries {

    private static final int MOST = 300;

    private Summaries() {}

    static String of(SpecificRecord event) {
        String text =
                EventJson.clean(sentence(event)).replaceAll("\\p{Cntrl}+", " ").strip();
        text = text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return text.length() <= MOST ? text : text.substring(0, text.offsetByCodePoints(0, MOST / 2)) + " …";
    }

    private static String sentence(SpecificRecord event) {
        return switch (event) {
            case RequirementSubmitted e -> e.getRequestedBy().getId() + " asked for: " + e.getTitle();
            case PlanWanted e -> "Plan " + e.getRevision() + " is being made";
            case PlanProposed e -> planned(e);
            case PlanDecided e -> e.getDecidedBy().getId() + " " + decided(e) + because(e.getReason());
            case ClarificationRequested e ->
                "The " + words(e.getRole()) + " asks: "
                        + (e.getQuestions().isEmpty()
                                ? ""
                                : e.getQuestions().get(0).getQuestion());
            case ClarificationAnswered e ->
                e.getAnsweredBy().getId() + " answered: " + String.join("; ", e.getAnswers());
            case ClarificationExpired e -> "Nobody answered the question in time";
            case StoryPlanned e ->
                "Story " + e.getStory().getKey() + " may start: " + e.getStory().getTitle();
            case CodeGenerated e -> generated(e);
            case ReviewCompleted e -> reviewed(e);
            case ReleaseDecided e ->
                "The gate decided " + words(e.getOutcome().name())
                        + because(
                                e.getReasons().isEmpty()
                                        ? null
                                        : e.getReasons().get(0).getMessage());
            case ChangeMerged e ->
                "Merged as " + sha(e.getMergeSha())
                        + (e.getAsEvaluated()
                                ? "; what landed is what was evaluated"
                                : "; what landed is NOT what was evaluated");
            case MergeRefused e -> "The merge was refused" + because(e.getDetail());
            case ValidationCompleted e ->
                "Validation in " + e.getEnvironment() + (e.getPassed() ? " passed" : " failed");
            case ModelCalled e -> called(e);
            case KnowledgeUpdated e -> "Knowledge of " + e.getRepository().getUrl() + " was updated";
            case LessonsUpdated e -> "Lessons of " + e.getRepository().getUrl() + " were updated";
            case ControlChanged e ->
                e.getChangedBy().getId() + " set " + e.getScope() + " to "
                        + words(e.getState().name()) + because(e.getReason());
            case AuditRecorded e -> e.getActor().getId() + ": " + e.getAction() + ": " + e.getDetail();
            default -> event.getSchema().getName();
        };
    }

    private static String planned(PlanProposed e) {
        int stories = e.getStories().size();
        return e.getOutcome() == PlanOutcome.FAILED
                ? "Planning failed" + because(e.getFailure())
                : "Plan " + e.getRevision() + " has " + stories + (stories == 1 ? " story" : " stories");
    }

    private static String decided(PlanDecided e) {
        return switch (e.getVerdict()) {
            case APPROVED -> "approved plan " + e.getPlanRevision();
            case REJECTED -> "rejected plan " + e.getPlanRevision();
            case REGENERATE -> "asked for another plan than " + e.getPlanRevision();
            case UNKNOWN -> "decided about plan " + e.getPlanRevision();
        };
    }

    private static String generated(CodeGenerated e) {
        String head = e.getHeadSha() == null ? "" : " " + sha(e.getHeadSha());
        String what = e.getRebasedFrom() == null ? "Change" : "Rebased change";
        if (e.getOutcome() != CodeOutcome.READY) {
            return "No change to review (" + words(e.getOutcome().name()) + ")" + because(e.getFailure());
        }
        int attempts = e.getAttempts().size();
        return what + head + " is ready" + tests(e.getTestReport()) + (attempts > 0 ? " at attempt " + attempts : "");
    }

    private static String tests(@Nullable TestReport report) {
        return report == null ? "" : "; " + report.getPassed() + " of " + report.getTotal() + " tests passed";
    }

    private static String reviewed(ReviewCompleted e) {
        return words(e.getRole().name()) + " (" + e.getReviewer().getId() + ") says "
                + words(e.getVerdict().name()) + because(e.getFailure() == null ? e.getSummary() : e.getFailure());
    }

    private static String called(ModelCalled e) {
        String model = e.getResolvedModel() == null ? e.getRequestedModel() : e.getResolvedModel();
        return (model == null ? "No model" : model) + " for "
                + words(e.getRole().name()) + ": " + words(e.getStatus().name()) + ", " + e.getDurationMillis() + " ms"
                + because(e.getErrorMessage());
    }

    private static String because(@Nullable String reason) {
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sha(String sha) {
        return sha.length() > 10 ? sha.substring(0, 10) : sha;
    }
}
