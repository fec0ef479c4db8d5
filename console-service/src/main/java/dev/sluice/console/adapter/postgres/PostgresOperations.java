package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.OperationsReader;
import dev.sluice.console.application.SwitchState;
import dev.sluice.console.domain.AuditChain;
import dev.sluice.console.domain.AuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Switches and audit, read from the projection. */
public final class PostgresOperations implements OperationsReader {

    private static final int MOST_PROBLEMS = 100;
    static final String AUDIT_COLUMNS =
            "writer, sequence, subject, actor, action, detail, previous_hash, hash, recorded_at, seq";

    private final JdbcTemplate jdbc;

    public PostgresOperations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SwitchState> switches() {
        return jdbc.query(
                "select scope, state, reason, changed_by, changed_at from control order by scope",
                (row, i) -> new SwitchState(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant()));
    }

    @Override
    public AuditPage audit(int limit, @Nullable Long before) {
        List<Long> ordinals = new ArrayList<>();
        List<AuditEntry> entries = jdbc.query(
                "select " + AUDIT_COLUMNS + " from audit where seq < ? order by seq desc limit ?",
                (row, i) -> {
                    ordinals.add(row.getLong("seq"));
                    return entry(row);
                },
                before == null ? Long.MAX_VALUE : before,
                limit);
        return new AuditPage(entries, entries.size() < limit ? null : ordinals.get(ordinals.size() - 1));
    }

    @Override
    public AuditVerification verifyAudit() {
        List<String> problems = new ArrayList<>();
        long entries = 0;
        for (String writer : jdbc.queryForList("select distinct writer from audit order by writer", String.class)) {
            List<AuditEntry> chain = jdbc.query(
                    "select " + AUDIT_COLUMNS + " from audit where writer = ? order by sequence, seq",
                    (row, i) -> entry(row),
                    writer);
            entries += chain.size();
            problems.addAll(AuditChain.problems(chain));
        }
        return new AuditVerification(
                problems.isEmpty(),
                entries,
                problems.stream().limit(MOST_PROBLEMS).toList());
    }

    @Override
    public long events() {
        return Objects.requireNonNull(jdbc.queryForObject("select coalesce(max(seq), 0) from event", Long.class));
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant());
    }
}
