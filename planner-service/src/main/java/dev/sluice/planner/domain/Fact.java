package dev.sluice.planner.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a requirement. Facts may come twice and in any order. */
public sealed interface Fact {

    /** Someone wants something. */
    record Submitted(Requirement requirement) implements Fact {}

    /** A plan, or the failure to make one, was proposed. */
    record Proposed(ProposedPlan plan) implements Fact {}

    /** A person decided about a plan. */
    record Decided(PlanDecision decision) implements Fact {}

    /** Someone asked people; {@code storyKey} is null if the requirement waits. */
    record Asked(String clarificationId, @Nullable String storyKey, List<String> questions) implements Fact {}

    /** A person answered. */
    record Answered(String clarificationId, @Nullable String storyKey, List<String> answers) implements Fact {}

    /** The change of a story landed. */
    record Merged(String storyKey) implements Fact {}
}
