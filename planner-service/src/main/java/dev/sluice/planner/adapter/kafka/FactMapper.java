package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.ChangeMerged;
import dev.sluice.events.ClarificationAnswered;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanDecided;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.Question;
import dev.sluice.events.RequirementSubmitted;
import dev.sluice.events.SubjectKind;
import dev.sluice.planner.domain.Fact;
import dev.sluice.planner.domain.PlanDecision;
import dev.sluice.planner.domain.ProposedPlan;
import dev.sluice.planner.domain.Requirement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events say about a requirement's roadmap; empty where they say nothing about it. Never fails: events may be anybody's. */
final class FactMapper {

    private FactMapper() {}

    static Optional<Fact> toFact(RequirementSubmitted event) {
        return Optional.of(new Fact.Submitted(new Requirement(
                event.getRequirementId(),
                Requirement.Kind.valueOf(event.getKind().name()),
                event.getTitle(),
                event.getBody(),
                event.getAcceptanceCriteria(),
                PartyMapper.toDomain(event.getRepository()),
                PartyMapper.toDomain(event.getRequestedBy()))));
    }

    static Optional<Fact> toFact(PlanProposed event) {
        boolean usable = event.getOutcome() == PlanOutcome.PROPOSED && StoryMapper.usable(event.getStories());
        return Optional.of(new Fact.Proposed(new ProposedPlan(
                event.getRevision(),
                usable,
                event.getApproval() != PlanApproval.NOT_NEEDED,
                usable ? StoryMapper.toDomain(event.getStories()) : List.of(),
                PartyMapper.toDomain(event.getRepository()),
                PartyMapper.toDomain(event.getRequestedBy()))));
    }

    static Optional<Fact> toFact(PlanDecided event) {
        return event.getVerdict() == PlanVerdict.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Fact.Decided(new PlanDecision(
                        event.getPlanRevision(),
                        PlanDecision.Verdict.valueOf(event.getVerdict().name()),
                        PartyMapper.toDomain(event.getDecidedBy()),
                        event.getReason())));
    }

    static Optional<Fact> toFact(ClarificationRequested event) {
        List<String> questions =
                event.getQuestions().stream().map(Question::getQuestion).toList();
        return concerns(event.getSubjectKind(), event.getSubjectId(), event.getRequirementId())
                ? Optional.of(new Fact.Asked(
                        event.getClarificationId(),
                        storyKey(event.getSubjectId(), event.getRequirementId()),
                        questions))
                : Optional.empty();
    }

    static Optional<Fact> toFact(ClarificationAnswered event) {
        return concerns(event.getSubjectKind(), event.getSubjectId(), event.getRequirementId())
                ? Optional.of(new Fact.Answered(
                        event.getClarificationId(),
                        storyKey(event.getSubjectId(), event.getRequirementId()),
                        event.getAnswers()))
                : Optional.empty();
    }

    /** Changes from outside belong to no story of ours. */
    static Optional<Fact> toFact(ChangeMerged event) {
        return Optional.ofNullable(storyKey(event.getStoryId(), event.getRequirementId()))
                .map(Fact.Merged::new);
    }

    private static boolean concerns(SubjectKind kind, String subjectId, String requirementId) {
        return switch (kind) {
            case REQUIREMENT -> subjectId.equals(requirementId);
            case STORY -> storyKey(subjectId, requirementId) != null;
            case CHANGE, UNKNOWN -> false;
        };
    }

    private static @Nullable String storyKey(String storyId, String requirementId) {
        String prefix = requirementId + "/";
        return storyId.startsWith(prefix) && storyId.length() > prefix.length()
                ? storyId.substring(prefix.length())
                : null;
    }
}
