package dev.sluice.planner.application;

import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;

/** Makes a proposal known. Repeating it for the same cause repeats the same event. */
public interface Proposals {

    void publish(PlanningTask task, Proposal proposal, Cause cause);
}
