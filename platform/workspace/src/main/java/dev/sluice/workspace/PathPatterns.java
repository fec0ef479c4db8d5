package dev.sluice.workspace;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Glob patterns over paths inside a repository, as in {@code .gitignore} and CODEOWNERS files: {@code *} and {@code ?} stay
 * within a directory, a {@code **} segment spans any number of directories, none included, and a trailing slash means all below.
 */
public final class PathPatterns {

    private static final String SPECIAL = "\\.[]{}()+-^$|";

    private final List<String> globs;
    private final List<Pattern> patterns;

    private PathPatterns(List<String> globs, int flags) {
        this.globs = List.copyOf(globs);
        this.patterns =
                globs.stream().map(glob -> Pattern.compile(regex(glob), flags)).toList();
    }

    /** Patterns that tell upper from lower case. */
    public static PathPatterns exact(List<String> globs) {
        return new PathPatterns(globs, Pattern.DOTALL);
    }

    /** Patterns that do not tell upper from lower case: right for what must be kept out. */
    public static PathPatterns anyCase(List<String> globs) {
        return new PathPatterns(globs, Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The patterns as written. */
    public List<String> globs() {
        return globs;
    }

    /** Whether any pattern covers this path, given with forward slashes and relative to the repository's root. */
    public boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static String regex(String glob) {
        String clean = glob.startsWith("/") ? glob.substring(1) : glob;
        if (clean.endsWith("/")) {
            clean += "**";
        }
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < clean.length()) {
            char c = clean.charAt(i);
            boolean segmentStart = i == 0 || clean.charAt(i - 1) == '/';
            if (segmentStart && clean.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 3;
            } else if (segmentStart && clean.substring(i).equals("**")) {
                regex.append(".+");
                i += 2;
            } else if (c == '*') {
                regex.append("[^/]*");
                i++;
            } else {
                regex.append(c == '?' ? "[^/]" : SPECIAL.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
                i++;
            }
        }
        return regex.toString();
    }
}
