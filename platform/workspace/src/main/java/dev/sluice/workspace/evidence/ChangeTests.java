package dev.sluice.workspace.evidence;

import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.policy.RepositoryPolicy;
import dev.sluice.workspace.sandbox.IsolationKind;
import dev.sluice.workspace.sandbox.Limits;
import dev.sluice.workspace.sandbox.Sandbox;
import dev.sluice.workspace.sandbox.SandboxChoice;
import dev.sluice.workspace.sandbox.Sandboxes;
import dev.sluice.workspace.stack.StackProfile;
import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How the trees of one change are tested, the same for everybody who tests them: in the sandbox that the policy at the base asks for,
 * with the stack override of the base, and no tree twice.
 */
public final class ChangeTests {

    private static final int OVERRIDE = 64 * 1024;

    private ChangeTests() {}

    /**
     * @param baseSha commit that the change is built on
     * @param policy the policy there
     * @param places how many test runs there may be at once; waits for one
     * @param causeId event for which the tests run
     */
    public static TreeTests of(
            Mirror mirror,
            String baseSha,
            RepositoryPolicy policy,
            Limits limits,
            Semaphore places,
            RememberedTreeTests.Memory memory,
            String causeId) {
        return switch (Sandboxes.choose(policy.requireSandbox())) {
            case SandboxChoice.Refused none -> tree -> refused(none.reason() + " " + none.advice());
            case SandboxChoice.Chosen chosen -> {
                Sandbox sandbox = chosen.sandbox();
                Optional<String> override = mirror.read(baseSha, StackProfile.OVERRIDE, OVERRIDE);
                TreeTests tests = new SandboxedTreeTests(mirror, sandbox, limits, override);
                yield new RememberedTreeTests(
                        tree -> inPlace(places, tests, tree),
                        memory,
                        causeId,
                        sandbox.isolation().name(),
                        override.orElse(""));
            }
        };
    }

    private static TestRun inPlace(Semaphore places, TreeTests tests, String tree) {
        places.acquireUninterruptibly();
        try {
            return tests.run(tree);
        } finally {
            places.release();
        }
    }

    private static TestRun refused(String reason) {
        return new TestRun(RunOutcome.ERROR, "", "unknown", 0, List.of(), List.of(), 0, IsolationKind.NONE, reason);
    }
}
