package dev.sluice.console.adapter.pages;

import dev.sluice.console.domain.RunState;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The ways in which people look at the list of runs. */
public enum RunFilter {
    ALL("All", EnumSet.allOf(RunState.class)),
    MINE("Waiting for you", EnumSet.of(RunState.WAITING_FOR_APPROVAL, RunState.CLARIFICATION)),
    MOVING(
            "Moving",
            EnumSet.of(
                    RunState.SUBMITTED,
                    RunState.PLANNING,
                    RunState.PLANNED,
                    RunState.WAITING_FOR_DEPENDENCY,
                    RunState.DEVELOPING,
                    RunState.REVIEWING,
                    RunState.REBASING,
                    RunState.MERGING)),
    STOPPED("Stopped", EnumSet.of(RunState.BLOCKED, RunState.SKIPPED, RunState.FAILED, RunState.REJECTED)),
    MERGED("Merged", EnumSet.of(RunState.MERGED));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set
    private final Set<RunState> states;

    RunFilter(String label, Set<RunState> states) {
        this.label = label;
        this.states = Collections.unmodifiableSet(states);
    }

    public String label() {
        return label;
    }

    public Set<RunState> states() {
        return states;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter of that key; all runs for anything else. */
    static RunFilter named(String key) {
        return Arrays.stream(values())
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElse(ALL);
    }
}
