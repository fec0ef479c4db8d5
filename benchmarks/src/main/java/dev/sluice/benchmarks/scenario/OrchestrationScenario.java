package dev.sluice.benchmarks.scenario;

import dev.sluice.events.StoryPlanned;
import dev.sluice.quickstart.stack.Service;
import dev.sluice.quickstart.stack.StackPlan;
import java.nio.file.Path;
import java.util.Map;

/** Everything but the code: events, journal, gateway, joins, projection and metrics are real, repositories are not there. */
public final class OrchestrationScenario implements Scenario {

    private final Recordings recordings;

    /** @param directory where the recorded replies are written */
    public OrchestrationScenario(Path directory) {
        recordings = new Recordings(directory.resolve("replies"));
        recordings.write(Stories.ANY, 0);
    }

    @Override
    public String description() {
        return "orchestration: recorded model without latency, ports to code answered from memory, all else real";
    }

    @Override
    public Map<String, String> settings() {
        return recordings.settings();
    }

    @Override
    public StackPlan adapt(StackPlan plan) {
        return plan.replacing(Service.DEVELOPER_AGENT, DeveloperFromMemory.class)
                .replacing(Service.REVIEWER, ReviewerFromMemory.class)
                .replacing(Service.RELEASE_GATE, ForgeFromMemory.class);
    }

    @Override
    public StoryPlanned story(String requirementId, int number) {
        return Stories.planned(requirementId, Stories.ANY, number, Sample.REPOSITORY);
    }
}
