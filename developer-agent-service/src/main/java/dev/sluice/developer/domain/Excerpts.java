package dev.sluice.developer.domain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a file that is too long to be shown whole: its first lines and those around the story's terms. */
final class Excerpts {

    private static final int AROUND = 15;
    private static final String GAP = "[... lines not shown ...]\n";

    private Excerpts() {}

    static Excerpt of(SourceFile file, Set<String> terms, int limit) {
        if (file.content().length() <= limit) {
            return Excerpt.whole(file);
        }
        List<String> lines = Arrays.asList(file.content().split("(?<=\n)"));
        BitSet shown = new BitSet();
        int length = show(lines, shown, 0, AROUND, limit, 0);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).toLowerCase(Locale.ROOT);
            if (terms.stream().anyMatch(line::contains)) {
                length = show(lines, shown, i - AROUND, i + AROUND, limit, length);
            }
        }
        return new Excerpt(file.path(), text(lines, shown), false);
    }

    private static int show(List<String> lines, BitSet shown, int from, int to, int limit, int length) {
        int sum = length;
        for (int i = Math.max(0, from); i < Math.min(lines.size(), to); i++) {
            int cost = lines.get(i).length() + GAP.length();
            if (!shown.get(i) && sum + cost <= limit) {
                shown.set(i);
                sum += cost;
            }
        }
        return sum;
    }

    private static String text(List<String> lines, BitSet shown) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (shown.get(i)) {
                text.append(lines.get(i));
            } else if (i == 0 || shown.get(i - 1)) {
                text.append(GAP);
            }
        }
        return text.toString();
    }
}
