package dev.sluice.developer.domain;

/**
 * A git repository and the branch that changes land on.
 *
 * @param url clone URL or path, without credentials
 * @param baseBranch empty means the default branch of the remote
 */
public record Repository(String url, String baseBranch) {

    public Repository {
        if (url.isBlank()) {
            throw new IllegalArgumentException("A repository needs a URL.");
        }
    }
}
