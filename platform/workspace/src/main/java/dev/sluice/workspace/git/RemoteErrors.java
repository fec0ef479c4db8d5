package dev.sluice.workspace.git;

import dev.sluice.workspace.git.GitCommand.Result;
import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.util.Locale;
import java.util.stream.Stream;

/** Turns what git says about a remote into what a person can act on. */
final class RemoteErrors {

    private RemoteErrors() {}

    static RepositoryUnavailable explain(String url, Result result) {
        String said = result.errors().isBlank() ? result.text() : result.errors();
        String text = said.toLowerCase(Locale.ROOT);
        if (result.late()) {
            return new RepositoryUnavailable(
                    Kind.UNREACHABLE,
                    "The repository " + url + " did not answer in time.",
                    "Try again later; check the network.");
        }
        if (has(
                text,
                "could not read username",
                "could not read password",
                "terminal prompts disabled",
                "authentication failed",
                "permission denied (",
                "http basic: access denied",
                "returned error: 401",
                "returned error: 403",
                "invalid credentials")) {
            return new RepositoryUnavailable(
                    Kind.NEEDS_CREDENTIALS,
                    "The repository " + url + " does not exist or wants credentials that Sluice does not have.",
                    "Check the address; give the service a token for this host (https) or a deploy key (ssh).");
        }
        if (has(text, "host key verification failed")) {
            return new RepositoryUnavailable(
                    Kind.NEEDS_CREDENTIALS,
                    "The host key of " + url + " is not known.",
                    "Add the host's key to the known_hosts file of the service's user.");
        }
        if (has(
                        text,
                        "could not resolve",
                        "connection refused",
                        "connection timed out",
                        "operation timed out",
                        "failed to connect",
                        "network is unreachable",
                        "no route to host",
                        "connection reset",
                        "unexpected disconnect",
                        "the remote end hung up",
                        "returned error: 5",
                        "early eof",
                        "ssl",
                        "tls")
                && !has(text, "does not appear to be a git repository", "repository not found", "does not exist")) {
            return new RepositoryUnavailable(
                    Kind.UNREACHABLE,
                    "The repository " + url + " cannot be reached: " + firstLine(said),
                    "Try again later; check the address and the network.");
        }
        if (has(
                text,
                "does not appear to be a git repository",
                "not found",
                "does not exist",
                "not a git repository",
                "no such file")) {
            return new RepositoryUnavailable(
                    Kind.NOT_FOUND,
                    "There is no repository at " + url + ".",
                    "Check the address. A path must be absolute and hold a git repository.");
        }
        return new RepositoryUnavailable(
                Kind.UNREACHABLE,
                "git could not talk to " + url + ": " + firstLine(said),
                "Try again later; check the address and the network.");
    }

    private static boolean has(String text, String... needles) {
        return Stream.of(needles).anyMatch(text::contains);
    }

    private static String firstLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("no message");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }
}
