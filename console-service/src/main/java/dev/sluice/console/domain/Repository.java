package dev.sluice.console.domain;

/**
 * A git repository and the branch that changes land on.
 *
 * @param url clone URL or absolute local path, without credentials
 * @param baseBranch empty for the default branch of the remote
 */
public record Repository(String url, String baseBranch) {}
