package dev.sluice.workspace.evidence;

import dev.sluice.workspace.Yaml;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Worktree;
import dev.sluice.workspace.sandbox.Limits;
import dev.sluice.workspace.sandbox.Sandbox;
import dev.sluice.workspace.stack.StackProfile;
import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import dev.sluice.workspace.tests.TestRunner;
import java.util.List;
import java.util.Optional;

/**
 * Runs a tree's tests in a worktree of its own.
 *
 * @param stackOverride text of {@value StackProfile#OVERRIDE} at the base, which decides how every tree of a change is tested
 */
public record SandboxedTreeTests(Mirror mirror, Sandbox sandbox, Limits limits, Optional<String> stackOverride)
        implements TreeTests {

    @Override
    public TestRun run(String tree) {
        try (Worktree worktree = mirror.worktree(tree)) {
            StackProfile profile = StackProfile.detect(worktree.path(), stackOverride);
            return TestRunner.run(worktree.path(), profile, sandbox, limits);
        } catch (Yaml.Malformed e) {
            String problem = StackProfile.OVERRIDE + " cannot be read: " + e.getMessage();
            return new TestRun(
                    RunOutcome.ERROR, "", "unknown", 0, List.of(), List.of(), 0, sandbox.isolation(), problem);
        }
    }
}
