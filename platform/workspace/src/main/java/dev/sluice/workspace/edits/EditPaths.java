package dev.sluice.workspace.edits;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether a path that a stranger wrote may be written to. */
final class EditPaths {

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Zl}\\p{Zp}]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*");
    private static final Pattern GIT = Pattern.compile("\\.git[. ]*|git~\\d+", Pattern.CASE_INSENSITIVE);

    private final Path tree;
    private final EditRules rules;

    EditPaths(Path tree, EditRules rules) {
        this.tree = tree;
        this.rules = rules;
    }

    /** The path as git would write it. */
    static String plain(String path) {
        String plain = path.strip();
        while (plain.startsWith("./")) {
            plain = plain.substring(2);
        }
        return plain;
    }

    /** What is wrong with writing here, if anything. */
    Optional<String> problem(String path) {
        return shape(path).or(() -> links(path)).or(() -> permission(path));
    }

    private static Optional<String> shape(String path) {
        if (path.isEmpty() || path.length() > 400) {
            return Optional.of("The path is empty or longer than 400 characters.");
        }
        if (UNPRINTABLE.matcher(path).find()) {
            return Optional.of("The path holds invisible characters.");
        }
        if (path.startsWith("/") || path.startsWith("~") || DRIVE.matcher(path).matches()) {
            return Optional.of("The path is absolute. Write it relative to the root of the repository.");
        }
        if (path.contains("\\")) {
            return Optional.of("The path holds a backslash. Separate directories with '/'.");
        }
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.of("The path leaves the repository or is not plain: no '..', '.' or '//' in it.");
            }
            if (GIT.matcher(segment).matches()) {
                return Optional.of("The path is inside git's own directory, which no edit may touch.");
            }
            if (segment.length() > 200) {
                return Optional.of("A part of the path is longer than 200 characters.");
            }
        }
        return Optional.empty();
    }

    private Optional<String> links(String path) {
        Path at = tree;
        String[] segments = path.split("/");
        for (int i = 0; i < segments.length; i++) {
            at = at.resolve(segments[i]);
            if (Files.isSymbolicLink(at)) {
                return Optional.of("'" + tree.relativize(at) + "' is a symbolic link; edits do not go through links.");
            }
            if (i < segments.length - 1
                    && Files.exists(at, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of("'" + tree.relativize(at) + "' is a file, so nothing can be below it.");
            }
        }
        return Files.exists(at, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(at, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of("There is a directory at this path.")
                : Optional.empty();
    }

    private Optional<String> permission(String path) {
        if (rules.protectedPaths().matches(path) || rules.protectedPaths().matches(path.toLowerCase(Locale.ROOT))) {
            return Optional.of("The path is protected by the repository's policy ("
                    + String.join(", ", rules.protectedPaths().globs()) + "). Solve the task without changing it.");
        }
        if (!rules.allowed().matches(path)) {
            return Optional.of("The path is outside the paths that changes may touch ("
                    + String.join(", ", rules.allowed().globs()) + ").");
        }
        return Optional.empty();
    }
}
