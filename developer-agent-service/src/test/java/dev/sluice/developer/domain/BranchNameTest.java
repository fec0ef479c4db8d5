package dev.sluice.developer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchNameTest {

    @Test
    void keepsWhatGitAllows() {
        assertThat(BranchName.of("S-42")).isEqualTo("sluice/S-42");
    }

    @Test
    void tellsStoriesApartWhoseNamesBecomeEqual() {
        assertThat(BranchName.of("a/b-c")).isNotEqualTo(BranchName.of("a-b/c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-1/greet", "../../etc", "a b~^:?*[\\", "x.lock", "-x", "", "äöü", "HEAD@{1}", "a\nb"})
    void givesANameThatGitAllows(String storyId) {
        assertThat(BranchName.of(storyId))
                .matches("sluice/[A-Za-z0-9_][A-Za-z0-9_-]*")
                .isEqualTo(BranchName.of(storyId));
    }

    @Test
    void staysShort() {
        assertThat(BranchName.of("x".repeat(5000))).hasSizeLessThan(150);
    }
}
