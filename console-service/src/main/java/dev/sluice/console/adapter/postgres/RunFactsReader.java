package dev.sluice.console.adapter.postgres;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.console.domain.ChangeFacts;
import dev.sluice.console.domain.PlanFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Loads what the state of runs depends on: four queries, however many runs. */
final class RunFactsReader {

    private record PlanStory(String key, String title, List<String> dependsOn) {}

    private final JdbcTemplate jdbc;

    RunFactsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is known of each of these runs, in the same order. */
    Map<String, CollectedRun> read(Collection<String> runIds) {
        Map<String, CollectedRun> runs = new LinkedHashMap<>();
        runIds.forEach(id -> runs.put(id, new CollectedRun(id)));
        String[] ids = runIds.toArray(String[]::new);
        each("""
                select distinct on (p.requirement_id) p.requirement_id, p.revision, p.outcome, p.approval, p.failure,
                       p.stories, d.verdict, d.reason
                from plan p left join plan_decision d on d.requirement_id = p.requirement_id and d.plan_revision = p.revision
                where p.requirement_id = any (?) order by p.requirement_id, p.revision desc
                """, ids, runs, this::plan);
        each(
                """
                select requirement_id, subject_id, subject_kind, question, state
                from clarification left join clarification_end using (clarification_id)
                where requirement_id = any (?) order by requested_at, clarification_id
                """,
                ids,
                runs,
                (run, row) ->
                        run.clarification(row.getString(2), row.getString(3), row.getString(4), row.getString(5)));
        each("""
                select requirement_id, story_id, story_key, title from story
                where requirement_id = any (?) order by planned_at, story_id, revision
                """, ids, runs, (run, row) -> run.planned(row.getString(2), row.getString(3), row.getString(4)));
        each("""
                select c.requirement_id, c.change_id, c.story_id, c.origin, c.outcome, c.rebased_from, c.failure,
                       c.generated_at, d.outcome, d.reason, r.cause, r.detail, m.merge_sha, c.title,
                       (select count(*) from review v where v.change_id = c.change_id) verdicts
                from change c left join decision d using (change_id) left join refusal r using (change_id)
                     left join merge m using (change_id)
                where c.requirement_id = any (?) order by c.generated_at, c.change_id
                """, ids, runs, (run, row) -> run.change(change(row), row.getString(14)));
        return runs;
    }

    private interface Row {
        void add(CollectedRun run, ResultSet row) throws SQLException;
    }

    private void each(String sql, String[] ids, Map<String, CollectedRun> runs, Row reader) {
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(sql);
                    statement.setArray(1, connection.createArrayOf("text", ids));
                    return statement;
                },
                row -> {
                    CollectedRun run = runs.get(row.getString(1));
                    if (run != null) {
                        reader.add(run, row);
                    }
                });
    }

    private void plan(CollectedRun run, ResultSet row) throws SQLException {
        run.plan(new PlanFacts(
                row.getInt(2),
                row.getString(3),
                row.getString(4).equals("REQUIRED"),
                row.getString(5),
                row.getString(7),
                row.getString(8)));
        Payloads.read(row.getString(6), new TypeReference<List<PlanStory>>() {})
                .forEach(s -> run.proposed(s.key(), s.title(), s.dependsOn()));
    }

    private static ChangeFacts change(ResultSet row) throws SQLException {
        return new ChangeFacts(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getTimestamp(8).toInstant(),
                row.getInt(15),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
