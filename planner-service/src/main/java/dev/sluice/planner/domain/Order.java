package dev.sluice.planner.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is due because of a fact. */
public sealed interface Order {

    /**
     * A plan is wanted.
     *
     * @param answered how many clarifications it takes into account; with the revision what makes it one of a kind
     */
    record WantPlan(PlanningTask task, int answered) implements Order {}

    /**
     * A story may go.
     *
     * @param revision of the story, from 1; an answered clarification raises it
     * @param approvedBy null when no approval was needed
     */
    record ReleaseStory(
            Story story,
            int planRevision,
            int revision,
            Repository repository,
            Party requestedBy,
            @Nullable Party approvedBy,
            List<String> clarifications)
            implements Order {}
}
