package dev.sluice.workspace.edits;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the part of a file that looks most like lines which are not in it. */
final class NearestLines {

    private static final int SHOWN = 12;

    private NearestLines() {}

    /** A text to put into a problem: the nearest lines with their numbers, or what to do when nothing is near. */
    static String describe(TextFile file, List<String> wanted) {
        if (file.lines().isEmpty()) {
            return "The file is empty.";
        }
        List<Set<String>> words =
                wanted.stream().limit(SHOWN).map(NearestLines::words).toList();
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < file.lines().size(); i++) {
            double score = 0;
            for (int j = 0; j < words.size() && i + j < file.lines().size(); j++) {
                score += similarity(file.lines().get(i + j), wanted.get(j), words.get(j));
            }
            if (score > bestScore) {
                bestScore = score;
                best = i;
            }
        }
        if (best < 0 || bestScore < 0.3) {
            return "Nothing in the file (" + file.lines().size() + " lines) is similar to it.";
        }
        StringBuilder text = new StringBuilder("The nearest lines are:\n");
        int end = Math.min(file.lines().size(), best + Math.min(SHOWN, Math.max(wanted.size(), 3)));
        for (int i = best; i < end; i++) {
            String line = file.lines().get(i);
            text.append(i + 1)
                    .append(": ")
                    .append(line.length() <= 200 ? line : line.substring(0, 200) + "…")
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static double similarity(String have, String want, Set<String> wanted) {
        if (want.isBlank()) {
            return 0;
        }
        if (have.strip().equals(want.strip())) {
            return 1.5;
        }
        Set<String> words = words(have);
        if (words.isEmpty() || wanted.isEmpty()) {
            return 0;
        }
        long common = words.stream().filter(wanted::contains).count();
        return (double) common / (words.size() + wanted.size() - common);
    }

    private static Set<String> words(String line) {
        String head = line.length() <= 400 ? line : line.substring(0, 400);
        Set<String> words = new HashSet<>(Arrays.asList(head.split("\\W+")));
        words.remove("");
        return words;
    }
}
