package dev.sluice.workspace.git;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Trailers in commit messages: the lines such as {@code Sluice-Story: r-1/export} of the last paragraph. */
public final class Trailers {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    private Trailers() {}

    /** Values of a trailer of one commit, which must be in the mirror. */
    public static List<String> of(Mirror mirror, String sha, String key) {
        return values(mirror, sha, key, "--max-count=1");
    }

    /** Different values of a trailer in the history of a commit. */
    public static Set<String> inHistory(Mirror mirror, String sha, String key) {
        return new TreeSet<>(values(mirror, sha, key, "--full-history"));
    }

    private static List<String> values(Mirror mirror, String sha, String key, String option) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("'" + key + "' is not the key of a trailer.");
        }
        String format = "--format=%(trailers:key=" + key + ",valueonly=true,unfold=true)";
        return mirror.git("log", option, format, Names.sha(sha), "--")
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
