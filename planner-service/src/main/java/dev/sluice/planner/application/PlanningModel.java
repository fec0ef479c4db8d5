package dev.sluice.planner.application;

import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;

/** Plans an epic. What a model or its provider does wrong is a {@link Proposal.Failed}; the same cause gives the same proposal. */
public interface PlanningModel {

    Proposal propose(PlanningTask task, Cause cause);
}
