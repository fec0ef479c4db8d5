package dev.sluice.benchmarks.scenario;

import dev.sluice.reviewer.application.ChangeReader;
import dev.sluice.reviewer.application.Prover;
import dev.sluice.reviewer.domain.AddedLine;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.PolicyRules;
import dev.sluice.reviewer.domain.PolicyText;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.TestRun;
import dev.sluice.reviewer.domain.TouchedFile;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The reviewer roles without repositories: every change is the same small patch with the same proofs. */
@Configuration(proxyBeanMethods = false)
public class ReviewerFromMemory {

    private static final String DIFF = """
            diff --git a/src/greeting.txt b/src/greeting.txt
            --- a/src/greeting.txt
            +++ b/src/greeting.txt
            @@ -1,2 +1,2 @@
            -Good day, visitor!
            +Good day, visitor 0!
             You are welcome.
            diff --git a/tests/visitor-0.expected b/tests/visitor-0.expected
            new file mode 100644
            --- /dev/null
            +++ b/tests/visitor-0.expected
            @@ -0,0 +1,2 @@
            +src/greeting.txt
            +Good day, visitor 0!
            """;

    /** Without a policy file the policy is empty text, and its defaults leave merging to people. */
    private static final PolicyText NO_POLICY = new PolicyText(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "", BenchFromMemory.BASE, null);

    private static final Patch PATCH = new Patch(
            DIFF,
            false,
            List.of(
                    new TouchedFile(Sample.GREETED, Sample.GREETED, TouchedFile.Status.MODIFIED, 1, 1, false),
                    new TouchedFile(Sample.test(0), Sample.test(0), TouchedFile.Status.ADDED, 2, 0, true)),
            List.of(
                    new AddedLine(Sample.GREETED, 1, Sample.greeting(0)),
                    new AddedLine(Sample.test(0), 1, Sample.GREETED),
                    new AddedLine(Sample.test(0), 2, Sample.greeting(0))),
            "c".repeat(40),
            List.of(),
            NO_POLICY,
            new PolicyRules(3, List.of(), List.of(), List.of()),
            0);

    private static final TestRun PASSED = new TestRun(
            TestRun.Outcome.PASSED,
            "sh run-tests.sh",
            "greeting",
            2,
            2,
            0,
            0,
            1,
            "NONE",
            List.of(),
            "2 tests, answered from memory");

    private static final Proofs PROOFS = new Proofs(
            PASSED,
            PASSED,
            new MachineProof(MachineProof.Result.PROVEN, "Fails without the change.", List.of(Sample.test(0)), null),
            new MachineProof(MachineProof.Result.PROVEN, "What passed still passes.", List.of(), null));

    @Bean
    @Primary
    ChangeReader memoryChanges() {
        return candidate -> new ChangeReader.Reading.Readable(PATCH);
    }

    @Bean
    @Primary
    Prover memoryProofs() {
        return (candidate, patch, cause) -> PROOFS;
    }
}
