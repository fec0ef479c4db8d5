package dev.sluice.workspace.git;

import dev.sluice.workspace.git.ChangedPath.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads what {@code git diff-tree -r -z -M --raw --numstat} prints. */
final class DiffReader {

    private DiffReader() {}

    static List<ChangedPath> read(String output) {
        record Entry(String status, String oldPath, String path) {}
        List<Entry> entries = new ArrayList<>();
        Map<String, int[]> lines = new HashMap<>();
        Iterator<String> tokens = List.of(output.split("\0")).iterator();
        while (tokens.hasNext()) {
            String token = tokens.next();
            if (token.startsWith(":")) {
                String status = token.substring(token.lastIndexOf(' ') + 1);
                String oldPath = tokens.next();
                entries.add(new Entry(
                        status, oldPath, status.startsWith("R") || status.startsWith("C") ? tokens.next() : oldPath));
            } else if (token.indexOf('\t') > 0) {
                String[] fields = token.split("\t", 3);
                String path = fields[2];
                if (path.isEmpty()) {
                    tokens.next();
                    path = tokens.next();
                }
                lines.put(path, new int[] {number(fields[0]), number(fields[1])});
            }
        }
        return entries.stream()
                .map(entry -> {
                    int[] counts = lines.getOrDefault(entry.path(), new int[] {0, 0});
                    return new ChangedPath(entry.path(), entry.oldPath(), status(entry.status()), counts[0], counts[1]);
                })
                .toList();
    }

    private static Status status(String letter) {
        return switch (letter.charAt(0)) {
            case 'A', 'C' -> Status.ADDED;
            case 'D' -> Status.DELETED;
            case 'R' -> Status.RENAMED;
            default -> Status.MODIFIED;
        };
    }

    private static int number(String text) {
        return text.equals("-") ? 0 : Integer.parseInt(text);
    }
}
