package dev.sluice.console.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Derives where a whole run stands. Pure: equal facts, equal answer, whatever order they came in. */
public final class RunProgress {

    /** Of the stories of a run, the first of these states that any story has is the run's. */
    private static final List<RunState> WHILE_MOVING = List.of(
            RunState.CLARIFICATION,
            RunState.DEVELOPING,
            RunState.REBASING,
            RunState.REVIEWING,
            RunState.MERGING,
            RunState.PLANNED);

    private static final List<RunState> WHEN_STILL = List.of(RunState.FAILED, RunState.BLOCKED, RunState.SKIPPED);

    private RunProgress() {}

    public static RunStatus of(RunFacts run) {
        if (run.question() != null) {
            return RunStatus.of(RunState.CLARIFICATION, run.question());
        }
        PlanFacts plan = run.plan();
        if (plan == null) {
            return run.stories().isEmpty() ? unplanned(run) : delivery(run);
        }
        if (!plan.outcome().equals("PROPOSED")) {
            return RunStatus.of(RunState.FAILED, plan.failure() == null ? "There is no plan." : plan.failure());
        }
        if (plan.approved()) {
            return delivery(run);
        }
        return switch (plan.decision() == null ? "" : plan.decision()) {
            case "REJECTED" -> RunStatus.of(RunState.REJECTED, reasonOf(plan));
            case "REGENERATE" -> RunStatus.of(RunState.PLANNING, "A new plan is on its way. " + reasonOf(plan));
            default ->
                RunStatus.of(
                        RunState.WAITING_FOR_APPROVAL,
                        "Plan " + plan.revision() + " with "
                                + count(run.stories().size()) + " waits for a decision.");
        };
    }

    private static RunStatus unplanned(RunFacts run) {
        if (run.answered()) {
            return RunStatus.of(RunState.PLANNING, "The answers are with the planner.");
        }
        return run.expiredQuestion() == null
                ? RunStatus.of(RunState.SUBMITTED, "The planner has not answered yet.")
                : RunStatus.of(
                        RunState.FAILED,
                        "Nobody answered in time: " + run.expiredQuestion()
                                + " Submit it again with the answer in it.");
    }

    private static RunStatus delivery(RunFacts run) {
        Map<String, RunStatus> stories = StoryProgress.of(run);
        for (RunState state : WHILE_MOVING) {
            for (RunStatus story : stories.values()) {
                if (story.state() == state) {
                    return RunStatus.of(state, stories.size() == 1 ? story.reason() : tally(stories));
                }
            }
        }
        for (RunState state : WHEN_STILL) {
            for (RunStatus story : stories.values()) {
                if (story.state() == state) {
                    return RunStatus.of(state, stories.size() == 1 ? story.reason() : tally(stories));
                }
            }
        }
        boolean merged = !stories.isEmpty() && stories.values().stream().allMatch(s -> s.state() == RunState.MERGED);
        return merged
                ? RunStatus.of(
                        RunState.MERGED,
                        stories.size() == 1
                                ? stories.values().iterator().next().reason()
                                : "All " + count(stories.size()) + " landed.")
                : RunStatus.of(RunState.PLANNED, "Approved; about to start.");
    }

    /** For example "2 of 5 stories merged; export blocked; import waiting for dependency". */
    private static String tally(Map<String, RunStatus> stories) {
        long merged = stories.values().stream()
                .filter(s -> s.state() == RunState.MERGED)
                .count();
        String others = stories.entrySet().stream()
                .filter(e -> e.getValue().state() != RunState.MERGED)
                .map(e -> shortName(e.getKey()) + " "
                        + StoryProgress.words(e.getValue().state()))
                .limit(5)
                .collect(Collectors.joining("; "));
        return merged + " of " + count(stories.size()) + " merged; " + others;
    }

    private static String shortName(String storyId) {
        return storyId.substring(storyId.lastIndexOf('/') + 1);
    }

    private static String count(int stories) {
        return stories == 1 ? "1 story" : stories + " stories";
    }

    private static String reasonOf(PlanFacts plan) {
        return plan.decisionReason() == null ? "" : plan.decisionReason();
    }
}
