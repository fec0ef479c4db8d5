package dev.sluice.workspace.git;

import java.util.regex.Pattern;

/** Names that may stand in a git command: nothing that could be an option, a range or a path trick. */
final class Names {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final Pattern BAD_BRANCH =
            Pattern.compile("^[-/.]|[/.]$|//|\\.\\.|@\\{|\\.lock(/|$)|/\\.|[\\p{Cntrl} ~^:?*\\[\\\\]|^@$|^HEAD$");

    private Names() {}

    static String sha(String sha) {
        if (!SHA.matcher(sha).matches()) {
            throw new IllegalArgumentException("'" + sha + "' is not a full SHA.");
        }
        return sha;
    }

    static String branch(String branch) {
        if (branch.isEmpty()
                || branch.length() > 200
                || BAD_BRANCH.matcher(branch).find()) {
            throw new IllegalArgumentException("'" + branch + "' is not a name that git allows for a branch.");
        }
        return branch;
    }

    static String path(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.indexOf('\0') >= 0 || path.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("'" + path + "' is not a path inside a repository.");
        }
        return path;
    }
}
