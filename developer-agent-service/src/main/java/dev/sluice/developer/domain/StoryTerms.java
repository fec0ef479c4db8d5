package dev.sluice.developer.domain;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a story by which its files are found: identifiers whole and in their parts, without filler words. */
public final class StoryTerms {

    private static final int MOST = 60;
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{2,}");
    private static final Pattern PART = Pattern.compile("_+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");
    private static final Set<String> FILLER = Set.of(
            "the",
            "and",
            "for",
            "that",
            "this",
            "with",
            "from",
            "are",
            "was",
            "will",
            "not",
            "but",
            "can",
            "has",
            "have",
            "should",
            "must",
            "when",
            "then",
            "given",
            "which",
            "their",
            "there",
            "they",
            "each",
            "any",
            "all",
            "one",
            "new",
            "add",
            "use",
            "used",
            "user",
            "users",
            "want",
            "wants",
            "story",
            "into",
            "its",
            "also",
            "only",
            "than",
            "such",
            "value",
            "values",
            "returns",
            "return",
            "test",
            "tests",
            "code",
            "change",
            "every",
            "instead",
            "without",
            "def",
            "class",
            "function",
            "method",
            "file");

    private StoryTerms() {}

    /** At most sixty lower-case terms, in the order of their first use. */
    public static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find() && terms.size() < MOST) {
            add(terms, words.group());
            for (String part : PART.split(words.group())) {
                add(terms, part);
            }
        }
        return terms;
    }

    private static void add(Set<String> terms, String word) {
        String term = word.toLowerCase(Locale.ROOT);
        if (term.length() > 4 && term.endsWith("s") && !term.endsWith("ss")) {
            term = term.substring(0, term.length() - 1);
        }
        if (term.length() > 2 && !FILLER.contains(term)) {
            terms.add(term);
        }
    }
}
