package dev.sluice.planner.domain;

import java.util.List;

/**
 * A plan as it was proposed.
 *
 * @param usable false if planning failed
 * @param approvalNeeded whether a person must approve it before stories go
 */
public record ProposedPlan(
        int revision,
        boolean usable,
        boolean approvalNeeded,
        List<Story> stories,
        Repository repository,
        Party requestedBy) {

    public ProposedPlan {
        stories = List.copyOf(stories);
    }
}
