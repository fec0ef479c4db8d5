package dev.sluice.benchmarks.report;

import dev.sluice.benchmarks.load.RoundResult;
import dev.sluice.benchmarks.measure.Part;
import dev.sluice.quickstart.cli.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A report for people: one column for each round. */
public final class TextReport {

    private static final int WIDTH = 60;

    private TextReport() {}

    public static String of(RunReport report) {
        Machine machine = report.machine();
        StringBuilder text = new StringBuilder()
                .append('\n')
                .append(report.scenario())
                .append('\n')
                .append(format(
                        "%s, %d processors, %.1f GB, %s, %s %s%n",
                        machine.processor(),
                        machine.processors(),
                        machine.memoryBytes() / 1e9,
                        machine.system(),
                        machine.java(),
                        String.join(" ", machine.jvm())))
                .append(format("settings: %s%n", report.settings()))
                .append(format(
                        "stack ready after %.1f s%n%n", report.stackReady().toMillis() / 1e3))
                .append(table(report.rounds()));
        report.rounds()
                .forEach(round -> text.append(format("%n%s: %s", round.round().name(), round.outcomes())));
        return text.append('\n').toString();
    }

    private static Table table(List<RoundResult> rounds) {
        List<String> heading = Stream.concat(
                        Stream.of(""),
                        rounds.stream().map(round -> round.round().name()))
                .toList();
        int[] widths = new int[heading.size()];
        Arrays.fill(widths, WIDTH);
        Table table = new Table(heading, widths);
        row(table, rounds, "stories", round -> format("%d", round.round().stories()));
        row(
                table,
                rounds,
                "sent",
                round -> round.round().paced() ? round.round().perSecond() + "/s" : "at once");
        row(table, rounds, "stories/s", round -> format("%.1f", round.perSecond()));
        row(table, rounds, "p50", round -> millis(round, 50));
        row(table, rounds, "p95", round -> millis(round, 95));
        row(table, rounds, "p99", round -> millis(round, 99));
        row(table, rounds, "longest", round -> millis(round, 100));
        row(
                table,
                rounds,
                "lost / doubled",
                round -> round.lost().size() + " / " + round.doubled().size());
        row(
                table,
                rounds,
                "all read after",
                round -> format("%.1f s", round.caughtUp().toMillis() / 1e3));
        for (Part part : Part.values()) {
            row(table, rounds, "CPU/story " + part.title(), round -> format("%.0f us", round.microsPerStory(part)));
        }
        for (Part part : Part.values()) {
            if (part != Part.COMMANDS) {
                row(
                        table,
                        rounds,
                        "peak " + part.title(),
                        round -> mebibytes(round.peakBytes().getOrDefault(part, 0L)));
            }
        }
        row(table, rounds, "live heap after", round -> mebibytes(round.liveHeapBytes()));
        return table;
    }

    private static void row(Table table, List<RoundResult> rounds, String name, Function<RoundResult, String> cell) {
        table.row(Stream.concat(Stream.of(name), rounds.stream().map(cell)).toArray(String[]::new));
    }

    private static String millis(RoundResult round, double percent) {
        return format("%.0f ms", round.latencies().at(percent) / 1e6);
    }

    private static String mebibytes(long bytes) {
        return format("%.0f MB", bytes / 1048576.0);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
