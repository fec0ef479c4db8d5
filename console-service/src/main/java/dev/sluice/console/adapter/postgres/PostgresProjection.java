package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.LogEntry;
import dev.sluice.console.application.LogPosition;
import dev.sluice.console.application.Projection;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The projection: one transaction for each batch, one statement for each table, one writer at a time. */
public final class PostgresProjection implements Projection {

    /** Any number that nothing else in the database locks. */
    static final long WRITER_LOCK = 0x5106CEL;

    private static final Columns<LogEntry> EVENTS = new Columns<LogEntry>("""
                    insert into event (topic, partition, "offset", event_id, key, correlation_id, causation_id, source,
                                       run_id, occurred_at, summary, payload)
                    select t, p, o, e, k, c, a, s, r, at, su, pl::jsonb
                    from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                         as n(t, p, o, e, k, c, a, s, r, at, su, pl, i)
                    order by i
                    on conflict do nothing
                    """)
            .with("text", LogEntry::topic)
            .with("int4", LogEntry::partition)
            .with("int8", LogEntry::offset)
            .with("text", LogEntry::eventId)
            .with("text", LogEntry::key)
            .with("text", LogEntry::correlationId)
            .with("text", LogEntry::causationId)
            .with("text", LogEntry::source)
            .with("text", LogEntry::runId)
            .with("timestamptz", e -> Timestamp.from(e.occurredAt()))
            .with("text", LogEntry::summary)
            .with("text", LogEntry::payload);

    private static final Columns<LogPosition> POSITIONS = new Columns<LogPosition>("""
                    insert into projection_offset (topic, partition, next_offset) select * from unnest(?, ?, ?)
                    on conflict (topic, partition) do update set next_offset = excluded.next_offset
                    """)
            .with("text", LogPosition::topic)
            .with("int4", LogPosition::partition)
            .with("int8", LogPosition::next);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RunIndex runs;
    private final List<ProjectionScript.Statement> script = ProjectionScript.load();

    public PostgresProjection(JdbcTemplate jdbc, TransactionTemplate transaction, RunIndex runs) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.runs = runs;
    }

    @Override
    public long epoch() {
        return number("select epoch from projection_epoch");
    }

    @Override
    public List<LogPosition> positions() {
        return jdbc.query(
                "select topic, partition, next_offset from projection_offset",
                (row, i) -> new LogPosition(row.getString(1), row.getInt(2), row.getLong(3)));
    }

    @Override
    public void append(long epoch, List<LogEntry> entries, List<LogPosition> positions) {
        transaction.executeWithoutResult(status -> {
            // Losing the last batches with a crash of PostgreSQL loses their positions too: they are read again.
            jdbc.execute("set local synchronous_commit = off");
            lock();
            if (epoch() != epoch) {
                throw new StaleReader();
            }
            if (!entries.isEmpty()) {
                store(entries);
            }
            POSITIONS.run(jdbc, positions);
        });
    }

    private void store(List<LogEntry> entries) {
        long before = number("select coalesce(max(seq), 0) from event");
        if (EVENTS.run(jdbc, entries) == 0) {
            return;
        }
        Set<String> topics = entries.stream().map(LogEntry::topic).collect(Collectors.toSet());
        for (ProjectionScript.Statement statement : script) {
            if (statement.concerns(topics)) {
                jdbc.update(statement.sql(), before);
            }
        }
        runs.refresh(jdbc.queryForList(
                "select distinct run_id from event where seq > ? and run_id is not null and topic <> 'model.called'",
                String.class,
                before));
    }

    @Override
    public void clear() {
        transaction.executeWithoutResult(status -> {
            lock();
            jdbc.execute("""
                    truncate event, projection_offset, run, requirement, plan, plan_decision, clarification,
                             clarification_end, story, change, review, decision, merge, refusal, control, audit,
                             audit_pending restart identity
                    """);
            jdbc.update("update projection_epoch set epoch = epoch + 1");
        });
    }

    private void lock() {
        jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, WRITER_LOCK);
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }
}
