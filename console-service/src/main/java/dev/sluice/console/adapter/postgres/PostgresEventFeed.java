package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.EventFeed;
import dev.sluice.console.application.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The order of the event table. One writer at a time makes it the order of commits too: nothing appears behind a reader. */
public final class PostgresEventFeed implements EventFeed {

    static final String COLUMNS = "seq, event_id, topic, source, key, run_id, occurred_at, summary";

    private final JdbcTemplate jdbc;

    public PostgresEventFeed(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long epoch() {
        return Objects.requireNonNull(jdbc.queryForObject("select epoch from projection_epoch", Long.class));
    }

    @Override
    public long head() {
        return Objects.requireNonNull(jdbc.queryForObject("select coalesce(max(seq), 0) from event", Long.class));
    }

    @Override
    public List<TimelineEntry> after(long seq, @Nullable String runId, int limit) {
        return runId == null
                ? jdbc.query(
                        "select " + COLUMNS + " from event where seq > ? order by seq limit ?",
                        (row, i) -> line(row),
                        seq,
                        limit)
                : jdbc.query(
                        "select " + COLUMNS + " from event where run_id = ? and seq > ? order by seq limit ?",
                        (row, i) -> line(row),
                        runId,
                        seq,
                        limit);
    }

    static TimelineEntry line(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                null);
    }
}
