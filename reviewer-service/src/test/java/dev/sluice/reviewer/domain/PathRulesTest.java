package dev.sluice.reviewer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.reviewer.Patches;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathRulesTest {

    private static final PolicyRules FREE = Patches.rules(List.of(), List.of(), List.of());

    @Test
    void nothingAgainstASmallChangeInAllowedPaths() {
        assertThat(verdict(Patches.patch("src/a.py", "tests/test_a.py"))).isEqualTo(Judgement.APPROVE);
    }

    @Test
    void aForbiddenPathBlocks() {
        assertThat(verdict(
                        Patches.patch(Patches.rules(List.of("ops/x"), List.of(), List.of()), null, List.of(), "ops/x")))
                .isEqualTo(Judgement.BLOCK);
    }

    @Test
    void aProtectedPathBlocksAnAgentAndSendsOthersToPeople() {
        Patch patch = Patches.patch(
                Patches.rules(List.of(), List.of("Jenkinsfile"), List.of()), null, List.of(), "Jenkinsfile");
        assertThat(verdict(patch)).isEqualTo(Judgement.BLOCK);
        assertThat(PathRules.conclude(Patches.candidate(false), patch).verdict())
                .isEqualTo(Judgement.REQUEST_CHANGES);
    }

    @Test
    void aPolicyThatCannotBeReadBlocksAndSaysWhy() {
        Conclusion conclusion = PathRules.conclude(
                Patches.CANDIDATE, Patches.patch(FREE, "line 1: autoMerge must be true or false.", List.of(), "a.py"));
        assertThat(conclusion.verdict()).isEqualTo(Judgement.BLOCK);
        assertThat(conclusion.remarks().getFirst().message()).contains("autoMerge must be");
    }

    @Test
    void aSecretBlocksAndIsNotRepeated() {
        String token = "ghp_" + "a1B2".repeat(10);
        Conclusion conclusion = PathRules.conclude(
                Patches.CANDIDATE,
                Patches.patch(FREE, null, List.of(new AddedLine("a.py", 7, "TOKEN = '" + token + "'")), "a.py"));
        assertThat(conclusion.verdict()).isEqualTo(Judgement.BLOCK);
        assertThat(conclusion.remarks().getFirst().line()).isEqualTo(7);
        assertThat(conclusion.toString()).doesNotContain(token);
    }

    @Test
    void moreFilesThanThePolicyLikesAreSaidAndLeftToTheGate() {
        Conclusion conclusion = PathRules.conclude(Patches.CANDIDATE, Patches.patch("a", "b", "c", "d"));
        assertThat(conclusion.verdict()).isEqualTo(Judgement.APPROVE);
        assertThat(conclusion.remarks().getFirst().message())
                .contains("4 files")
                .contains("maxFiles is 3");
    }

    private static Judgement verdict(Patch patch) {
        return PathRules.conclude(Patches.CANDIDATE, patch).verdict();
    }
}
