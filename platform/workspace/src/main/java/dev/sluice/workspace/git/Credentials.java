package dev.sluice.workspace.git;

import java.util.Optional;

/** Where the token for an https repository comes from. It reaches git through its environment, never through an argument or a file. */
@FunctionalInterface
public interface Credentials {

    /** The token for this URL, if there is one. */
    Optional<Token> find(String url);

    /** No credentials: public repositories, local paths and whatever ssh knows. */
    static Credentials none() {
        return url -> Optional.empty();
    }

    /**
     * A user and a token as the forge wants them in HTTP basic authentication.
     *
     * @param user for GitHub {@code x-access-token}
     */
    record Token(String user, String secret) {
        @Override
        public String toString() {
            return "Token[user=" + user + ", secret=***]";
        }
    }
}
