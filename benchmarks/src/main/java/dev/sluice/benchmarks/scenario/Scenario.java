package dev.sluice.benchmarks.scenario;

import dev.sluice.benchmarks.load.StorySource;
import dev.sluice.quickstart.stack.StackPlan;
import java.util.Map;

/** A mode of the benchmark: what the stories are, where they belong, and which ports the stack answers otherwise than usual. */
public interface Scenario extends StorySource {

    /** The mode in one sentence, for the report. */
    String description();

    /** Settings for every service. */
    Map<String, String> settings();

    /** The plan with this mode's replacements. */
    StackPlan adapt(StackPlan plan);
}
