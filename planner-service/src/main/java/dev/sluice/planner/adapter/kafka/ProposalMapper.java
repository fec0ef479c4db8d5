package dev.sluice.planner.adapter.kafka;

import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.Question;
import dev.sluice.events.SubjectKind;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Requirement;
import java.time.Instant;

/** Proposals as {@code plan.proposed} and {@code clarification.requested}. */
final class ProposalMapper {

    private ProposalMapper() {}

    static PlanProposed toEvent(PlanningTask task, Proposal.Planned planned, Instant now) {
        boolean written = task.requirement().kind() == Requirement.Kind.STORY;
        return proposed(task, now)
                .setOutcome(PlanOutcome.PROPOSED)
                .setApproval(written ? PlanApproval.NOT_NEEDED : PlanApproval.REQUIRED)
                .setStories(StoryMapper.toEvent(planned.plan().stories()))
                .setAssumptions(planned.plan().assumptions())
                .setOpenQuestions(planned.plan().openQuestions())
                .setModel(planned.model())
                .setPromptVersion(planned.promptVersion())
                .build();
    }

    static PlanProposed toEvent(PlanningTask task, Proposal.Failed failed, Instant now) {
        return proposed(task, now)
                .setOutcome(PlanOutcome.FAILED)
                .setApproval(PlanApproval.REQUIRED)
                .setPromptVersion(failed.promptVersion())
                .setFailure(failed.reason())
                .build();
    }

    static ClarificationRequested toEvent(
            PlanningTask task, Proposal.Asked asked, String clarificationId, Instant now, Instant expiresAt) {
        String requirementId = task.requirement().id();
        return ClarificationRequested.newBuilder()
                .setClarificationId(clarificationId)
                .setSubjectId(requirementId)
                .setSubjectKind(SubjectKind.REQUIREMENT)
                .setRequirementId(requirementId)
                .setRole("planner")
                .setQuestions(asked.questions().stream()
                        .map(question -> new Question(question.text(), question.options()))
                        .toList())
                .setExpiresAt(expiresAt)
                .setRequestedAt(now)
                .build();
    }

    private static PlanProposed.Builder proposed(PlanningTask task, Instant now) {
        return PlanProposed.newBuilder()
                .setRequirementId(task.requirement().id())
                .setRevision(task.revision())
                .setRepository(PartyMapper.toEvent(task.requirement().repository()))
                .setRequestedBy(PartyMapper.toEvent(task.requirement().requestedBy()))
                .setProposedAt(now);
    }
}
