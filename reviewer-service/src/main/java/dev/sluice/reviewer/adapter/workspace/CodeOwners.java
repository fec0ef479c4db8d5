package dev.sluice.reviewer.adapter.workspace;

import dev.sluice.workspace.PathPatterns;
import java.util.ArrayList;
import java.util.List;

/**
 * A CODEOWNERS file: the last pattern that covers a path decides, and a pattern without owners takes them away. The catch-all
 * {@code *} names a default, not an owner of anything in particular, and is left out.
 */
final class CodeOwners {

    static final List<String> PLACES =
            List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS");

    private record Rule(PathPatterns patterns, boolean owned) {}

    private final List<Rule> rules = new ArrayList<>();

    CodeOwners(String text) {
        text.lines().map(line -> line.replaceAll("(^|\\s)#.*", "").strip()).forEach(this::add);
    }

    private void add(String line) {
        String[] parts = line.split("\\s+");
        String pattern = parts[0];
        boolean catchAll = pattern.equals("*") || pattern.equals("**") || pattern.equals("/**");
        if (!pattern.isEmpty() && !pattern.startsWith("[") && !pattern.startsWith("^[") && !catchAll) {
            rules.add(new Rule(PathPatterns.anyCase(globs(pattern)), parts.length > 1));
        }
    }

    /** Whether somebody is named as owner of this path in particular. */
    boolean owns(String path) {
        boolean owned = false;
        for (Rule rule : rules) {
            if (rule.patterns().matches(path)) {
                owned = rule.owned();
            }
        }
        return owned;
    }

    /** A pattern without a slash inside holds at any depth, and every pattern covers what lies below it. */
    private static List<String> globs(String pattern) {
        String bare = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        String anchored = bare.contains("/") ? bare : "**/" + bare;
        return pattern.endsWith("/") ? List.of(anchored + "/**") : List.of(anchored, anchored + "/**");
    }
}
