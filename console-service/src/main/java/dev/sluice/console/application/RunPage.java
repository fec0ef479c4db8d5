package dev.sluice.console.application;

import dev.sluice.console.domain.RunState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, newest first.
 *
 * @param next where the next page begins, null at the end
 * @param counts how many runs there are in each state, whatever the page shows
 */
public record RunPage(List<RunSummary> items, @Nullable Long next, Map<RunState, Long> counts) {

    /** How many runs are in any of these states. */
    public long count(Iterable<RunState> states) {
        long sum = 0;
        for (RunState state : states) {
            sum += counts.getOrDefault(state, 0L);
        }
        return sum;
    }
}
