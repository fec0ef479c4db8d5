package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.AuditQueue;
import dev.sluice.console.application.LogPosition;
import dev.sluice.console.domain.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Pending audit entries as rows of the projection, guarded by a lock that one console at a time can hold. */
public final class PostgresAuditQueue implements AuditQueue {

    private static final long AUDIT_LOCK = 0x5106CEAL;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PostgresAuditQueue(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void whenCaughtUp(Supplier<List<LogPosition>> endOfLog, Consumer<Chain> work) {
        transaction.executeWithoutResult(status -> {
            boolean held = Boolean.TRUE.equals(
                    jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, AUDIT_LOCK));
            if (held && endOfLog.get().stream().allMatch(this::reached)) {
                jdbc.update("""
                        delete from audit_pending p where exists
                          (select 1 from event e where e.topic = 'audit.recorded' and e.causation_id = p.cause_event_id)
                        """);
                work.accept(new Locked());
            }
        });
    }

    private boolean reached(LogPosition position) {
        if (position.next() == 0) {
            return true;
        }
        return !jdbc.queryForList(
                        "select 1 from projection_offset where topic = ? and partition = ? and next_offset >= ?",
                        position.topic(),
                        position.partition(),
                        position.next())
                .isEmpty();
    }

    private final class Locked implements Chain {

        @Override
        public Optional<AuditEntry> last(String writer) {
            return jdbc
                    .query(
                            "select " + PostgresOperations.AUDIT_COLUMNS
                                    + " from audit where writer = ? order by sequence desc, seq desc limit 1",
                            (row, i) -> PostgresOperations.entry(row),
                            writer)
                    .stream()
                    .findFirst();
        }

        @Override
        public List<Pending> pending(int limit) {
            return jdbc.query(
                    """
                    select cause_event_id, subject, actor, action, detail, correlation_id, recorded_at
                    from audit_pending order by seq limit ?
                    """,
                    (row, i) -> new Pending(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getTimestamp(7).toInstant()),
                    limit);
        }
    }
}
