package dev.sluice.console.adapter.postgres;

import dev.sluice.console.application.ChangeDetail;
import dev.sluice.console.application.RunDetail;
import dev.sluice.console.application.RunPage;
import dev.sluice.console.application.RunReader;
import dev.sluice.console.application.RunSummary;
import dev.sluice.console.application.StoryDetail;
import dev.sluice.console.application.TimelineEntry;
import dev.sluice.console.domain.Repository;
import dev.sluice.console.domain.RunFacts;
import dev.sluice.console.domain.RunState;
import dev.sluice.console.domain.RunStatus;
import dev.sluice.console.domain.StoryFacts;
import dev.sluice.console.domain.StoryProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs, read from the projection. Nothing here reads a topic. */
public final class PostgresRuns implements RunReader {

    /** More than this of one run is read page by page through {@link #events}. */
    private static final int MOST_EVENTS = 5_000;

    private static final int MOST_LINES = 1_000;

    private static final String SUMMARY = """
            select run_id, ordinal, coalesce(title, run_id), kind, repository_url, base_branch, requested_by,
                   coalesce(state, 'SUBMITTED'), coalesce(reason, ''), stories_total, stories_merged, submitted_at, updated_at
            from run
            """;

    private static final String RUN_EVENTS = """
            select topic, key, payload::text from event
            where run_id = ? and topic in ('requirement.submitted', 'plan.proposed', 'plan.decided',
              'clarification.requested', 'clarification.answered', 'clarification.expired', 'code.generated',
              'review.completed', 'release.decided', 'change.merged', 'merge.refused')
            """;

    private final JdbcTemplate jdbc;
    private final RunFactsReader facts;

    public PostgresRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.facts = new RunFactsReader(jdbc);
    }

    @Override
    public RunPage runs(Collection<RunState> states, int limit, @Nullable Long before) {
        String[] names = states.stream().map(Enum::name).toArray(String[]::new);
        List<RunSummary> items = jdbc.query(
                SUMMARY + " where ordinal < ? and (? or state = any (?)) order by ordinal desc limit ?",
                statement -> {
                    statement.setLong(1, before == null ? Long.MAX_VALUE : before);
                    statement.setBoolean(2, names.length == 0);
                    statement.setArray(3, statement.getConnection().createArrayOf("text", names));
                    statement.setInt(4, limit);
                },
                (row, i) -> summary(row));
        Map<RunState, Long> counts = new EnumMap<>(RunState.class);
        jdbc.query("select state, count(*) from run where state is not null group by state", row -> {
            counts.put(RunState.valueOf(row.getString(1)), row.getLong(2));
        });
        Long next = items.size() < limit ? null : items.get(items.size() - 1).ordinal();
        return new RunPage(items, next, counts);
    }

    @Override
    public Optional<RunDetail> run(String runId) {
        return jdbc.query(SUMMARY + " where run_id = ?", (row, i) -> summary(row), runId).stream()
                .findFirst()
                .map(this::detail);
    }

    private RunDetail detail(RunSummary run) {
        RunAssembly events = new RunAssembly();
        jdbc.query(
                RUN_EVENTS + " order by seq limit " + MOST_EVENTS,
                row -> {
                    events.add(row.getString(1), row.getString(2), row.getString(3));
                },
                run.runId());
        CollectedRun collected =
                Objects.requireNonNull(facts.read(List.of(run.runId())).get(run.runId()));
        List<TimelineEntry> lines = jdbc.query(
                "select * from (select " + PostgresEventFeed.COLUMNS
                        + " from event where run_id = ? order by seq desc limit ?) newest order by seq",
                (row, i) -> PostgresEventFeed.line(row),
                run.runId(),
                MOST_LINES);
        return new RunDetail(
                run,
                events.requirement(),
                events.plan(),
                events.clarifications(),
                stories(collected, events.changes()),
                lines);
    }

    private static List<StoryDetail> stories(CollectedRun collected, List<ChangeDetail> changes) {
        RunFacts run = collected.facts();
        Map<String, RunStatus> states = StoryProgress.of(run);
        List<StoryDetail> stories = new ArrayList<>();
        for (StoryFacts story : run.stories()) {
            RunStatus status = Objects.requireNonNull(states.get(story.storyId()));
            var current = story.current();
            stories.add(new StoryDetail(
                    story.storyId(),
                    story.key(),
                    collected.title(story.storyId()),
                    story.dependsOn(),
                    status.state(),
                    status.reason(),
                    current.map(c -> c.changeId()).orElse(null),
                    current.map(c -> c.mergeSha()).orElse(null),
                    changes.stream()
                            .filter(c -> c.storyId().equals(story.storyId()))
                            .toList()));
        }
        return stories;
    }

    @Override
    public Optional<ChangeDetail> change(String changeId) {
        RunAssembly events = new RunAssembly();
        jdbc.query(
                RUN_EVENTS.replace("run_id = ?", "run_id = (select requirement_id from change where change_id = ?)")
                        + " and key = ? order by seq",
                row -> {
                    events.add(row.getString(1), row.getString(2), row.getString(3));
                },
                changeId,
                changeId);
        return events.change(changeId);
    }

    @Override
    public List<TimelineEntry> events(String runId, long after, int limit) {
        return jdbc.query(
                "select " + PostgresEventFeed.COLUMNS
                        + ", payload::text from event where run_id = ? and seq > ? order by seq limit ?",
                (row, i) -> {
                    TimelineEntry e = PostgresEventFeed.line(row);
                    return new TimelineEntry(
                            e.seq(),
                            e.eventId(),
                            e.topic(),
                            e.source(),
                            e.key(),
                            e.runId(),
                            e.occurredAt(),
                            e.summary(),
                            Payloads.map(row.getString(9)));
                },
                runId,
                after,
                limit);
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        RunState state = RunState.valueOf(row.getString(8));
        String url = row.getString(5);
        String branch = row.getString(6);
        Timestamp submitted = row.getTimestamp(12);
        return new RunSummary(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                url == null ? null : new Repository(url, branch == null ? "" : branch),
                row.getString(7),
                state,
                row.getString(9),
                state.done(),
                state.waitsForPeople(),
                row.getInt(10),
                row.getInt(11),
                submitted == null ? null : submitted.toInstant(),
                row.getTimestamp(13).toInstant());
    }
}
