package dev.sluice.workspace.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# nothing\n", "---\n", "autoMerge:\n"})
    void aRepositoryThatSaysNothingHasTheDefaults(String text) {
        assertThat(RepositoryPolicy.read(text)).isEqualTo(new PolicyReading.Valid(RepositoryPolicy.defaults()));
    }

    @Test
    void readsWhatIsWritten() {
        PolicyReading reading = RepositoryPolicy.read(
                "autoMerge: true\nfirstRuns: 0\nmaxFiles: 20\nallowedPaths: [src/**, pom.xml]\nverdictDeadlineMinutes: 5\n");
        RepositoryPolicy policy = reading.policy();
        assertThat(reading).isInstanceOf(PolicyReading.Valid.class);
        assertThat(policy.autoMerge()).isTrue();
        assertThat(policy.firstRuns()).isZero();
        assertThat(policy.maxFiles()).isEqualTo(20);
        assertThat(policy.verdictDeadlineMinutes()).isEqualTo(5);
        assertThat(policy.protectedPaths())
                .isEqualTo(RepositoryPolicy.defaults().protectedPaths());
        assertThat(policy.mayTouch("src/a/B.java")).isTrue();
        assertThat(policy.mayTouch("docs/a.md")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "autoMerge: perhaps",
                "autoMerg: true",
                "firstRuns: -1",
                "maxFiles: many",
                "allowedPaths: src",
                "allowedPaths: [1]",
                "- a\n- b",
                "just text",
                "a: [",
                "autoMerge: true\nautoMerge: false",
                "x: &a [*a]",
                "maxFiles: 99999999999999999999"
            })
    void aPolicyThatCannotBeReadIsTheStrictest(String text) {
        PolicyReading reading = RepositoryPolicy.read(text);
        assertThat(reading).isInstanceOfSatisfying(PolicyReading.Malformed.class, malformed -> {
            assertThat(malformed.problem()).contains(RepositoryPolicy.PATH);
            assertThat(malformed.policy()).isEqualTo(RepositoryPolicy.strictest());
            assertThat(malformed.policy().mayTouch("src/A.java")).isFalse();
            assertThat(malformed.policy().autoMerge()).isFalse();
        });
    }

    @Test
    void survivesHostileYaml() {
        assertThat(RepositoryPolicy.read("[".repeat(30_000))).isInstanceOf(PolicyReading.Malformed.class);
        assertThat(RepositoryPolicy.read("x".repeat(100_000))).isInstanceOf(PolicyReading.Malformed.class);
        assertThat(RepositoryPolicy.read("a: !!javax.script.ScriptEngineManager []"))
                .isInstanceOf(PolicyReading.Malformed.class);
    }

    @Test
    void protectsPathsWhateverTheirCase() {
        RepositoryPolicy policy = RepositoryPolicy.defaults();
        assertThat(policy.isProtected(".github/workflows/ci.yml")).isTrue();
        assertThat(policy.isProtected(".GitHub/workflows/ci.yml")).isTrue();
        assertThat(policy.isProtected("docs/CODEOWNERS")).isTrue();
        assertThat(policy.mayTouch("src/Main.java")).isTrue();
    }
}
