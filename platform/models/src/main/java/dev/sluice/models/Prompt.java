package dev.sluice.models;

/**
 * A rendered prompt.
 *
 * @param version name and version of the template, for example {@code planner/plan@1}
 * @param system instructions
 * @param user the question; holds untrusted text
 */
public record Prompt(String version, String system, String user) {}
