package dev.sluice.benchmarks.scenario;

import dev.sluice.events.StoryPlanned;
import dev.sluice.quickstart.stack.StackPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Nothing answered from memory but the model: local bare repositories, edits, commits, pushes, and tests in the sandbox. Every
 * story makes a tree of its own, so that no test run is saved by the memory of equal trees.
 */
public final class GitScenario implements Scenario {

    private final Recordings recordings;
    private final List<Path> repositories;

    /**
     * Writes repositories and replies.
     *
     * @param stories how many stories the run will ask for, numbered from 0
     */
    public GitScenario(Path directory, int repositories, int stories) {
        recordings = new Recordings(directory.resolve("replies"));
        for (int number = 0; number < stories; number++) {
            recordings.write(Stories.key(number), number);
        }
        this.repositories = SampleRepositories.create(directory.resolve("repositories"), repositories);
    }

    @Override
    public String description() {
        return "git: recorded model without latency, " + repositories.size()
                + " local bare repositories, real edits, commits, pushes and sandboxed tests";
    }

    @Override
    public Map<String, String> settings() {
        return recordings.settings();
    }

    @Override
    public StackPlan adapt(StackPlan plan) {
        return plan;
    }

    @Override
    public StoryPlanned story(String requirementId, int number) {
        Path repository = repositories.get(number % repositories.size());
        return Stories.planned(requirementId, Stories.key(number), number, repository.toString());
    }
}
