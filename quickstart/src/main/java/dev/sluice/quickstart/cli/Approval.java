package dev.sluice.quickstart.cli;

import java.util.Map;

/** Approves the plan of one run as soon as one waits for it, in the name of who runs the command. */
public final class Approval {

    private final Console console;
    private final String runId;
    private int approvedRevision;

    public Approval(Console console, String runId) {
        this.console = console;
        this.runId = runId;
    }

    /** Whether a plan has been approved. */
    public boolean given() {
        return approvedRevision > 0;
    }

    /** Approves the plan that waits, once for each revision. */
    public void give(RunView run) {
        int revision = run.planToDecide();
        if (revision > approvedRevision) {
            console.post(
                    "/requirements/" + Console.part(runId) + "/plan/decision",
                    Map.of("planRevision", revision, "verdict", "APPROVED", "reason", "approved with --auto-approve"));
            approvedRevision = revision;
        }
    }
}
