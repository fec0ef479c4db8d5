package dev.sluice.planner.application;

import dev.sluice.planner.domain.Plan;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Proposal.Asked;
import dev.sluice.planner.domain.Proposal.Failed;
import dev.sluice.planner.domain.Question;
import dev.sluice.planner.domain.Requirement;
import java.util.List;

/** Answers every planning task with exactly one proposal: a plan, a question to people, or the reason why there is no plan. */
public final class ProposePlan {

    /** A model that has been answered this often has to plan or to give up. */
    static final int MAX_CLARIFICATIONS = 3;

    private final PlanningModel model;
    private final Proposals proposals;

    public ProposePlan(PlanningModel model, Proposals proposals) {
        this.model = model;
        this.proposals = proposals;
    }

    /** Plans and publishes what came of it. */
    public void handle(PlanningTask task, Cause cause) {
        proposals.publish(task, propose(task, cause), cause);
    }

    private Proposal propose(PlanningTask task, Cause cause) {
        List<Question> gaps = task.gaps();
        if (!gaps.isEmpty()) {
            return new Asked(gaps);
        }
        if (task.requirement().kind() == Requirement.Kind.STORY) {
            return new Proposal.Planned(Plan.asWritten(task.requirement()), null, null);
        }
        Proposal proposal = model.propose(task, cause);
        return proposal instanceof Asked asked && task.clarifications().size() >= MAX_CLARIFICATIONS
                ? endlessQuestions(asked)
                : proposal;
    }

    private static Proposal endlessQuestions(Asked asked) {
        return new Failed(
                "The planner still asks after %d answers: \"%s\" Put the answer into the feedback and have the plan made again, or submit the requirement with more detail."
                        .formatted(MAX_CLARIFICATIONS, asked.questions().get(0).text()),
                null);
    }
}
