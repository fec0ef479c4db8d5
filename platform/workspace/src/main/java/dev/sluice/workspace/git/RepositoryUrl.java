package dev.sluice.workspace.git;

import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.util.regex.Pattern;

/** Checks the address of a repository before git sees it. */
final class RepositoryUrl {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\s]");
    private static final Pattern SCHEME = Pattern.compile("^(https?|ssh|file)://.+");
    private static final Pattern SCP = Pattern.compile("^[A-Za-z0-9._-]+@[A-Za-z0-9][A-Za-z0-9._-]*:[^-:].*");
    private static final Pattern PASSWORD = Pattern.compile("^[a-z]+://[^/@]*:[^/@]*@.*");
    private static final Pattern DASH_HOST = Pattern.compile("^[a-z]+://([^/@]*@)?-.*");

    private RepositoryUrl() {}

    static String check(String url) throws RepositoryUnavailable {
        String trimmed = url.strip();
        if (trimmed.isEmpty()) {
            throw refused("The repository URL is empty.");
        }
        if (CONTROL.matcher(trimmed.replace(" ", "")).find() || (trimmed.contains(" ") && !trimmed.startsWith("/"))) {
            throw refused("The repository URL contains control characters or white space.");
        }
        if (PASSWORD.matcher(trimmed).matches()) {
            throw refused("The repository URL contains a password, and URLs end up in events and logs.");
        }
        boolean known = trimmed.startsWith("/")
                || SCHEME.matcher(trimmed).matches()
                || SCP.matcher(trimmed).matches();
        if (!known || DASH_HOST.matcher(trimmed).matches()) {
            throw refused("'" + shorten(trimmed) + "' is not an address that Sluice opens.");
        }
        return trimmed;
    }

    private static RepositoryUnavailable refused(String message) {
        return new RepositoryUnavailable(
                Kind.REFUSED_URL,
                message,
                "Use https://, ssh://, user@host:path, file:// or an absolute path, without a password in it.");
    }

    private static String shorten(String url) {
        return url.length() <= 120 ? url : url.substring(0, 120) + "…";
    }
}
