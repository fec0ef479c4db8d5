package dev.sluice.workspace.git;

/**
 * The tip of a branch of the remote at the moment it was asked.
 *
 * @param branch short name, such as {@code main}
 */
public record Head(String branch, String sha) {}
