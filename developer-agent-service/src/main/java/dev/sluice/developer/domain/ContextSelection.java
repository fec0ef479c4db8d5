package dev.sluice.developer.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what of a repository a model is shown: the README, then the files that share most with the story's terms (rare
 * terms weigh more, terms in the path most), each followed by its tests, inside a budget of characters. Pure and stable.
 */
public final class ContextSelection {

    private static final int README = 4_000;
    private static final double IN_PATH = 4;
    private static final int COUNTED = 5;

    private ContextSelection() {}

    /** Selects from {@code files}; the sum of the selected texts stays within {@code budget} characters. */
    public static List<Excerpt> select(StoryText story, List<SourceFile> files, int budget) {
        Set<String> terms = StoryTerms.of(story.prose());
        Map<String, SourceFile> ordered = new LinkedHashMap<>();
        for (SourceFile file : ranked(terms, files)) {
            ordered.putIfAbsent(file.path(), file);
            files.stream().filter(other -> tests(other, file)).forEach(test -> ordered.putIfAbsent(test.path(), test));
        }
        List<Excerpt> selected = new ArrayList<>();
        int left = budget;
        SourceFile readme = readme(files);
        if (readme != null) {
            Excerpt excerpt = Excerpts.of(readme, terms, Math.min(README, budget / 8));
            selected.add(excerpt);
            left -= excerpt.text().length();
            ordered.remove(readme.path());
        }
        selected.addAll(fit(terms, List.copyOf(ordered.values()), budget / 3, left));
        return List.copyOf(selected);
    }

    /** Shows {@code files} in this order, as far as the budget goes. */
    public static List<Excerpt> show(StoryText story, List<SourceFile> files, int budget) {
        return fit(StoryTerms.of(story.prose()), files, budget / 2, budget);
    }

    private static List<Excerpt> fit(Set<String> terms, List<SourceFile> files, int each, int budget) {
        List<Excerpt> fitting = new ArrayList<>();
        int left = budget;
        for (SourceFile file : files) {
            Excerpt excerpt = Excerpts.of(file, terms, each);
            if (excerpt.text().length() <= left) {
                fitting.add(excerpt);
                left -= excerpt.text().length();
            }
        }
        return fitting;
    }

    private static List<SourceFile> ranked(Set<String> terms, List<SourceFile> files) {
        Map<String, Double> scores = scores(terms, files);
        return files.stream()
                .sorted(Comparator.comparingDouble((SourceFile file) -> -scores.getOrDefault(file.path(), 0.0))
                        .thenComparingInt(file -> file.content().length())
                        .thenComparing(SourceFile::path))
                .toList();
    }

    private static Map<String, Double> scores(Set<String> terms, List<SourceFile> files) {
        Map<String, Double> scores = new HashMap<>();
        List<String> contents = files.stream()
                .map(file -> file.content().toLowerCase(Locale.ROOT))
                .toList();
        for (String term : terms) {
            double[] hits = new double[files.size()];
            int found = 0;
            for (int i = 0; i < hits.length; i++) {
                boolean named = files.get(i).path().toLowerCase(Locale.ROOT).contains(term);
                hits[i] = (named ? IN_PATH : 0) + (double) count(contents.get(i), term) / COUNTED;
                found += hits[i] > 0 ? 1 : 0;
            }
            double rarity = Math.log(1 + (double) files.size() / Math.max(1, found));
            for (int i = 0; i < hits.length; i++) {
                scores.merge(files.get(i).path(), hits[i] * rarity, Double::sum);
            }
        }
        return scores;
    }

    private static int count(String text, String term) {
        int count = 0;
        for (int at = text.indexOf(term); at >= 0 && count < COUNTED; at = text.indexOf(term, at + term.length())) {
            count++;
        }
        return count;
    }

    private static boolean tests(SourceFile candidate, SourceFile of) {
        String stem = of.stem().toLowerCase(Locale.ROOT);
        String name = candidate.stem().toLowerCase(Locale.ROOT);
        return name.contains("test")
                && name.replace("tests", "")
                        .replace("test", "")
                        .replace("_", "")
                        .equals(stem.replace("_", ""));
    }

    private static @Nullable SourceFile readme(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().toLowerCase(Locale.ROOT).matches("readme(\\.[a-z]+)?"))
                .min(Comparator.comparing(SourceFile::path))
                .orElse(null);
    }
}
