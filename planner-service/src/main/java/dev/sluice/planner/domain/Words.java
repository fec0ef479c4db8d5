package dev.sluice.planner.domain;

import java.util.Arrays;
import java.util.List;

/** Words of a text that someone else wrote. */
final class Words {

    private Words() {}

    static List<String> of(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static int count(String text) {
        return of(text).size();
    }

    /** The first {@code limit} words, with single spaces. */
    static String first(int limit, String text) {
        List<String> words = of(text);
        return String.join(" ", words.subList(0, Math.min(limit, words.size())));
    }
}
