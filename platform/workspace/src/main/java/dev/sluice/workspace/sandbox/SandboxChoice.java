package dev.sluice.workspace.sandbox;

/** Which sandbox there is for a run. */
public sealed interface SandboxChoice {

    /** Use this one; its {@link Sandbox#isolation()} belongs into the evidence. */
    record Chosen(Sandbox sandbox) implements SandboxChoice {}

    /** Isolation is demanded and there is none here. */
    record Refused(String reason, String advice) implements SandboxChoice {}
}
