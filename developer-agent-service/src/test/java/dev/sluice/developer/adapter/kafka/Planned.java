package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Assignment;
import dev.sluice.events.StoryPlanned;

/** Assignments as events, for tests outside of this package. */
public final class Planned {

    private Planned() {}

    public static StoryPlanned event(Assignment assignment) {
        return StoryMapper.toWire(assignment);
    }
}
