package dev.sluice.workspace.edits;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises a line that is a file name and nothing else, in the dresses that models give it. */
final class FileNames {

    private static final Pattern DRESS = Pattern.compile(
            "^(?:#{1,6}\\s+|[-*]\\s+|\\d+\\.\\s+)?(?:\\*\\*|__)?(?:(?:[Ff]ile|[Pp]ath|[Ff]ilename)(?:\\*\\*)?:\\s*(?:\\*\\*)?\\s*)?[`\"']?([^`\"'*\\s][^`\"'*]*?)[`\"']?(?:\\*\\*|__)?:?(?:\\*\\*)?$");
    private static final Pattern LOOKS_LIKE_A_FILE = Pattern.compile(
            "[^\\s<>|;(){}=,]*[^\\s<>|;(){}=,./]\\.[A-Za-z0-9_+-]{1,15}|[^\\s<>|;(){}=,]+/[^\\s<>|;(){}=,]+|\\.[a-z][a-z0-9_-]+");
    private static final Set<String> WITHOUT_ENDING = Set.of(
            "Makefile",
            "Dockerfile",
            "Jenkinsfile",
            "CODEOWNERS",
            "LICENSE",
            "README",
            "Procfile",
            "Gemfile",
            "Rakefile");

    private FileNames() {}

    static Optional<String> of(String line) {
        Matcher dressed = DRESS.matcher(line.strip());
        if (!dressed.matches()) {
            return Optional.empty();
        }
        String name = dressed.group(1).strip();
        boolean file = LOOKS_LIKE_A_FILE.matcher(name).matches() || WITHOUT_ENDING.contains(name);
        return file && !name.contains("://") && name.length() <= 400 ? Optional.of(name) : Optional.empty();
    }
}
