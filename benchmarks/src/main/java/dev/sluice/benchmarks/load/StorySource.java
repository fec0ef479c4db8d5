package dev.sluice.benchmarks.load;

import dev.sluice.events.StoryPlanned;

/** Makes the stories of a run. */
@FunctionalInterface
public interface StorySource {

    /**
     * A story that is ready to be developed.
     *
     * @param requirementId unique in the run; the id of the story must begin with it and a slash
     * @param number unique in the run, from 0
     */
    StoryPlanned story(String requirementId, int number);
}
