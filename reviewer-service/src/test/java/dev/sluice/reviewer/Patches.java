package dev.sluice.reviewer;

import dev.sluice.messaging.Delivery;
import dev.sluice.reviewer.domain.AddedLine;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.PolicyRules;
import dev.sluice.reviewer.domain.PolicyText;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.Story;
import dev.sluice.reviewer.domain.TestRun;
import dev.sluice.reviewer.domain.TouchedFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes and proofs for tests. */
public final class Patches {

    public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    public static final Candidate CANDIDATE = candidate(true);

    private Patches() {}

    public static Candidate candidate(boolean byAgent) {
        return new Candidate(
                "c-1",
                "r-1/greet",
                "r-1",
                new Story("greet", "Greet by name", "Say hello.", List.of("It greets.")),
                "/repo",
                "main",
                "b".repeat(40),
                "a".repeat(40),
                byAgent);
    }

    public static Delivery delivery(String eventId) {
        return new Delivery(eventId, "r-1", "c-1", NOW, null);
    }

    public static Patch patch(String... paths) {
        return patch(rules(List.of(), List.of(), List.of()), null, List.of(), paths);
    }

    public static Patch patch(PolicyRules rules, @Nullable String problem, List<AddedLine> lines, String... paths) {
        return new Patch(
                "diff --git a/x b/x\n",
                false,
                files(paths),
                lines,
                "t".repeat(40),
                List.of(),
                new PolicyText("hash", "autoMerge: true\n", "b".repeat(40), problem),
                rules,
                3);
    }

    public static PolicyRules rules(List<String> forbidden, List<String> guarded, List<String> owned) {
        return new PolicyRules(3, forbidden, guarded, owned);
    }

    public static List<TouchedFile> files(String... paths) {
        return Arrays.stream(paths)
                .map(path -> new TouchedFile(path, path, TouchedFile.Status.MODIFIED, 2, 1, path.contains("test")))
                .toList();
    }

    public static TestRun run(TestRun.Outcome outcome) {
        boolean passed = outcome == TestRun.Outcome.PASSED;
        return new TestRun(
                outcome,
                "python -m unittest",
                "unittest",
                2,
                passed ? 2 : 1,
                passed ? 0 : 1,
                0,
                5,
                "BUBBLEWRAP",
                passed ? List.of() : List.of(new TestRun.Failure("t.T.test_name", "AssertionError")),
                "tail");
    }

    public static MachineProof proof(MachineProof.Result result, String... tests) {
        return new MachineProof(result, "Ran it.", List.of(tests), null);
    }

    public static Proofs proofs(TestRun.Outcome head, MachineProof.Result failToPass, MachineProof.Result passToPass) {
        return new Proofs(run(head), run(head), proof(failToPass, "t.T.test_new"), proof(passToPass, "t.T.test_old"));
    }

    public static Proofs good() {
        return proofs(TestRun.Outcome.PASSED, MachineProof.Result.PROVEN, MachineProof.Result.PROVEN);
    }
}
