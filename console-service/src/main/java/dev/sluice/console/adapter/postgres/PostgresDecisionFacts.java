package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.AskedClarification;
import dev.sluice.console.application.DecisionFacts;
import dev.sluice.console.application.JudgedChange;
import dev.sluice.console.application.PlanOnTable;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What commands must know, read from the projection. */
public final class PostgresDecisionFacts implements DecisionFacts {

    private final JdbcTemplate jdbc;

    public PostgresDecisionFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean requirementKnown(String requirementId) {
        return exists("select 1 from requirement where requirement_id = ?", requirementId);
    }

    @Override
    public boolean changeKnown(String changeId) {
        return exists("select 1 from change where change_id = ?", changeId);
    }

    @Override
    public Optional<PlanOnTable> newestPlan(String requirementId) {
        return jdbc
                .query(
                        """
                        select p.revision, p.outcome, p.approval, p.requested_by, d.verdict, d.decided_by
                        from plan p left join plan_decision d
                             on d.requirement_id = p.requirement_id and d.plan_revision = p.revision
                        where p.requirement_id = ? order by p.revision desc limit 1
                        """,
                        (row, i) -> new PlanOnTable(
                                row.getInt(1),
                                row.getString(2).equals("PROPOSED"),
                                row.getString(3).equals("REQUIRED"),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        requirementId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<AskedClarification> clarification(String clarificationId) {
        return jdbc
                .query(
                        """
                        select subject_id, subject_kind, requirement_id, questions, coalesce(state, 'OPEN'), expires_at
                        from clarification left join clarification_end using (clarification_id) where clarification_id = ?
                        """,
                        (row, i) -> new AskedClarification(
                                clarificationId,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getString(5),
                                row.getTimestamp(6).toInstant()),
                        clarificationId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<JudgedChange> change(String changeId) {
        return jdbc
                .query(
                        """
                        select c.story_id, c.requirement_id, c.outcome, e.payload ->> 'baseSha', e.payload ->> 'headSha',
                               r.requested_by, d.outcome,
                               (select n.change_id from change n
                                where n.requirement_id = c.requirement_id and n.rebased_from = c.change_id limit 1)
                        from change c
                             join event e on e.event_id = c.event_id and e.topic = 'code.generated'
                             left join run r on r.run_id = c.requirement_id
                             left join decision d using (change_id)
                        where c.change_id = ?
                        """,
                        (row, i) -> new JudgedChange(
                                changeId,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8)),
                        changeId)
                .stream()
                .findFirst();
    }

    private boolean exists(String sql, String id) {
        return !jdbc.queryForList(sql, id).isEmpty();
    }
}
