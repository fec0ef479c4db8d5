package dev.sluice.workspace.policy;

import dev.sluice.workspace.PathPatterns;
import dev.sluice.workspace.Yaml;
import java.util.List;
import java.util.Set;

/**
 * What a repository asks of a change, from {@value #PATH} of the base commit.
 *
 * @param autoMerge whether an approved change may merge without a person
 * @param firstRuns how many changes must have been released before {@code autoMerge} counts
 * @param fixAttempts attempts after the first
 * @param maxFiles files that one change may touch
 * @param allowedPaths where a change may write
 * @param protectedPaths where it may not, allowed or not
 * @param verdictDeadlineMinutes after which a missing verdict is a reason not to release
 * @param requireSandbox whether tests may only run isolated
 * @param requesterMayApprove whether who asked for a change may give the human verdict
 */
public record RepositoryPolicy(
        boolean autoMerge,
        int firstRuns,
        int fixAttempts,
        int maxFiles,
        List<String> allowedPaths,
        List<String> protectedPaths,
        int verdictDeadlineMinutes,
        boolean requireSandbox,
        boolean requesterMayApprove) {

    /** Where the policy is in a repository. */
    public static final String PATH = ".sluice/policy.yaml";

    private static final RepositoryPolicy DEFAULTS = new RepositoryPolicy(
            false,
            3,
            1,
            3,
            List.of("**"),
            List.of(".github/**", ".gitlab-ci.yml", "Jenkinsfile", ".sluice/**", "**/CODEOWNERS"),
            30,
            false,
            false);

    private static final Set<String> KEYS = Set.of(
            "autoMerge",
            "firstRuns",
            "fixAttempts",
            "maxFiles",
            "allowedPaths",
            "protectedPaths",
            "verdictDeadlineMinutes",
            "requireSandbox",
            "requesterMayApprove");

    public RepositoryPolicy {
        allowedPaths = List.copyOf(allowedPaths);
        protectedPaths = List.copyOf(protectedPaths);
    }

    /** What holds for a repository without a policy. */
    public static RepositoryPolicy defaults() {
        return DEFAULTS;
    }

    /** What holds when the policy cannot be read: nothing merges by itself and every path is protected. */
    public static RepositoryPolicy strictest() {
        return new RepositoryPolicy(false, 1000, 0, 1, List.of("**"), List.of("**"), 30, true, false);
    }

    /** Reads a policy; the empty text means the defaults. */
    public static PolicyReading read(String text) {
        try {
            Yaml yaml = Yaml.read(text, KEYS);
            RepositoryPolicy d = DEFAULTS;
            return new PolicyReading.Valid(new RepositoryPolicy(
                    yaml.flag("autoMerge", d.autoMerge),
                    yaml.number("firstRuns", d.firstRuns, 0, 1000),
                    yaml.number("fixAttempts", d.fixAttempts, 0, 10),
                    yaml.number("maxFiles", d.maxFiles, 1, 10_000),
                    yaml.texts("allowedPaths", d.allowedPaths),
                    yaml.texts("protectedPaths", d.protectedPaths),
                    yaml.number("verdictDeadlineMinutes", d.verdictDeadlineMinutes, 1, 7 * 24 * 60),
                    yaml.flag("requireSandbox", d.requireSandbox),
                    yaml.flag("requesterMayApprove", d.requesterMayApprove)));
        } catch (Yaml.Malformed e) {
            return new PolicyReading.Malformed(
                    strictest(), PATH + " cannot be read, so the strictest policy holds: " + e.getMessage());
        }
    }

    /** Whether the path is protected. Case does not matter. */
    public boolean isProtected(String path) {
        return PathPatterns.anyCase(protectedPaths).matches(path);
    }

    /** Whether a change may write here: allowed and not protected. */
    public boolean mayTouch(String path) {
        return PathPatterns.exact(allowedPaths).matches(path) && !isProtected(path);
    }
}
