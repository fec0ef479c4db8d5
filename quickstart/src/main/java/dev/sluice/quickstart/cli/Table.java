package dev.sluice.quickstart.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: columns as wide as their longest cell, long cells wrapped at words. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] limits;

    /** A table with a heading; {@code limits} gives the greatest width of each column. */
    public Table(List<String> heading, int... limits) {
        this.limits = limits;
        rows.add(heading);
    }

    /** Adds a row of as many cells as the heading has. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        List<List<List<String>>> wrapped = rows.stream()
                .map(row -> {
                    List<List<String>> cells = new ArrayList<>();
                    for (int i = 0; i < columns; i++) {
                        cells.add(wrap(Text.plain(row.get(i)), limits[i]));
                    }
                    return cells;
                })
                .toList();
        int[] widths = new int[columns];
        for (List<List<String>> row : wrapped) {
            for (int i = 0; i < columns; i++) {
                for (String line : row.get(i)) {
                    widths[i] = Math.max(widths[i], line.length());
                }
            }
        }
        StringBuilder out = new StringBuilder();
        for (int r = 0; r < wrapped.size(); r++) {
            append(out, wrapped.get(r), widths);
            if (r == 0) {
                append(out, rule(widths), widths);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, List<List<String>> row, int[] widths) {
        int height = row.stream().mapToInt(List::size).max().orElse(1);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < row.get(i).size() ? row.get(i).get(line) : "";
                text.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private static List<List<String>> rule(int[] widths) {
        List<List<String>> rule = new ArrayList<>();
        for (int width : widths) {
            rule.add(List.of("─".repeat(width)));
        }
        return rule;
    }

    private static List<String> wrap(String text, int limit) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > limit) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (line.length() > limit) {
                lines.add(line.substring(0, limit));
                line.delete(0, limit);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
