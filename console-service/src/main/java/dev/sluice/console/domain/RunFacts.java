package dev.sluice.console.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one run. Topics arrive in no particular order, so any part may be missing for a while.
 *
 * @param plan the newest plan, null before there is one
 * @param question first open question about the requirement, null without one
 * @param expiredQuestion a question about the requirement that nobody answered in time, null without one
 * @param answered whether a question about the requirement was answered
 * @param stories stories of the plan and stories seen at work, in the order of the plan
 */
public record RunFacts(
        @Nullable PlanFacts plan,
        @Nullable String question,
        @Nullable String expiredQuestion,
        boolean answered,
        List<StoryFacts> stories) {

    public RunFacts {
        stories = List.copyOf(stories);
    }
}
