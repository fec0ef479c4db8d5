package dev.sluice.workspace.policy;

/** What came of reading a policy. Either way there is a policy to go by. */
public sealed interface PolicyReading {

    RepositoryPolicy policy();

    /** The policy as written, or the defaults. */
    record Valid(RepositoryPolicy policy) implements PolicyReading {}

    /**
     * The text cannot be understood.
     *
     * @param policy the strictest
     * @param problem what is wrong with it and what to write instead
     */
    record Malformed(RepositoryPolicy policy, String problem) implements PolicyReading {}
}
