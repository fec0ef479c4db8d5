package dev.sluice.workspace.evidence;

import dev.sluice.workspace.tests.RunOutcome;
import dev.sluice.workspace.tests.TestRun;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Does not run the tests of a tree twice. What a tree's tests said, one way or the other, holds for everybody who runs them the
 * same way; what may have been the machine's fault (a broken build, a limit, a missing tool) is remembered only for the cause that
 * it was run for.
 */
public final class RememberedTreeTests implements TreeTests {

    private static final Set<RunOutcome> HOLDS_FOR_ALL =
            Set.of(RunOutcome.PASSED, RunOutcome.FAILED, RunOutcome.NO_TESTS_RAN);

    private final TreeTests tests;
    private final Memory memory;
    private final String causeId;
    private final String manner;

    /**
     * @param causeId event for which the tests run
     * @param manner everything besides the tree that the result depends on: isolation, limits, the stack override
     */
    public RememberedTreeTests(TreeTests tests, Memory memory, String causeId, String... manner) {
        this.tests = tests;
        this.memory = memory;
        this.causeId = causeId;
        this.manner = UUID.nameUUIDFromBytes(String.join("\0", manner).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Where runs are kept: a journal, in every service. The first run recorded wins. */
    public interface Memory {

        Optional<TestRun> find(String owner, String step);

        TestRun record(String owner, String step, TestRun run);
    }

    @Override
    public TestRun run(String tree) {
        String all = "tree:" + tree;
        String step = "tests:" + manner;
        String mine = "tests:" + tree;
        return memory.find(all, step).or(() -> memory.find(causeId, mine)).orElseGet(() -> {
            TestRun run = tests.run(tree);
            return HOLDS_FOR_ALL.contains(run.outcome())
                    ? memory.record(all, step, run)
                    : memory.record(causeId, mine, run);
        });
    }
}
