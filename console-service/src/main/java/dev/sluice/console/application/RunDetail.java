package dev.sluice.console.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a run. */
public record RunDetail(
        RunSummary run,
        @Nullable RequirementDetail requirement,
        @Nullable PlanDetail plan,
        List<ClarificationDetail> clarifications,
        List<StoryDetail> stories,
        List<TimelineEntry> timeline) {}
