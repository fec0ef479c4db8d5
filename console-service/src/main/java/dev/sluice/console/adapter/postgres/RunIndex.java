package dev.sluice.console.adapter.postgres;

import dev.sluice.console.domain.RunFacts;
import dev.sluice.console.domain.RunProgress;
import dev.sluice.console.domain.RunState;
import dev.sluice.console.domain.RunStatus;
import dev.sluice.console.domain.StoryProgress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps the state of each run where lists can be filtered by it. What it holds is what the domain derives, nothing else. */
public final class RunIndex {

    private record Row(String runId, RunStatus status, int total, int merged) {}

    private static final Columns<Row> STATES = new Columns<Row>("""
                    update run set state = n.state, reason = n.reason, stories_total = n.total, stories_merged = n.merged
                    from unnest(?, ?, ?, ?, ?) as n(run_id, state, reason, total, merged)
                    where run.run_id = n.run_id
                      and (run.state, run.reason, run.stories_total, run.stories_merged)
                          is distinct from (n.state, n.reason, n.total, n.merged)
                    """)
            .with("text", Row::runId)
            .with("text", row -> row.status().state().name())
            .with("text", row -> row.status().reason())
            .with("int4", Row::total)
            .with("int4", Row::merged);

    private final JdbcTemplate jdbc;
    private final RunFactsReader facts;

    public RunIndex(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.facts = new RunFactsReader(jdbc);
    }

    void refresh(Collection<String> runIds) {
        if (runIds.isEmpty()) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        facts.read(runIds).forEach((runId, run) -> rows.add(row(runId, run.facts())));
        STATES.run(jdbc, rows);
    }

    private static Row row(String runId, RunFacts run) {
        var stories = StoryProgress.of(run).values();
        long merged = stories.stream().filter(s -> s.state() == RunState.MERGED).count();
        return new Row(runId, RunProgress.of(run), stories.size(), (int) merged);
    }
}
