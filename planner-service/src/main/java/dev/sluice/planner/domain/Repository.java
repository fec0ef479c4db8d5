package dev.sluice.planner.domain;

/**
 * Where work is to be done.
 *
 * @param baseBranch branch that changes land on; empty means the remote's default
 */
public record Repository(String url, String baseBranch) {}
