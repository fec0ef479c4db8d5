package dev.sluice.planner.domain;

import static dev.sluice.planner.domain.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRulesTest {

    @Test
    void twoToEightSoundStoriesAreAPlan() {
        assertThat(PlanRules.violations(List.of(story("A"), story("B", "A")))).isEmpty();
        assertThat(PlanRules.violations(List.of(story("A"))))
                .containsExactly("an epic is planned as 2 to 8 stories, not 1");
        assertThat(PlanRules.violations(Collections.nCopies(9, story("A"))))
                .contains("an epic is planned as 2 to 8 stories, not 9");
    }

    @Test
    void aCircleOfDependenciesIsNamed() {
        assertThat(PlanRules.violations(List.of(story("A", "C"), story("B", "A"), story("C", "B"), story("D"))))
                .containsExactly("stories A, B, C depend on each other in a circle");
        assertThat(PlanRules.violations(List.of(story("A", "A"), story("B"))))
                .containsExactly("stories A depend on each other in a circle");
    }

    @Test
    void aKeyUsedTwiceAndAnUnknownDependencyAreNamed() {
        assertThat(PlanRules.violations(List.of(story("A"), story("A", "Z"))))
                .containsExactly(
                        "key A is used twice; every story needs its own",
                        "story A depends on Z, which is not in the plan");
    }

    @Test
    void aTitleHasAtMostTenWords() {
        Story longTitle = titled("one two three four five six seven eight nine ten eleven");

        assertThat(PlanRules.violations(List.of(longTitle, story("B"))))
                .containsExactly("the title of A has 11 words; 1 to 10 are allowed");
        assertThat(PlanRules.violations(List.of(titled("  "), story("B")))).hasSize(1);
        assertThat(PlanRules.violations(
                        List.of(titled("one two three four five six seven eight nine ten"), story("B"))))
                .isEmpty();
    }

    @Test
    void aConfidenceThatIsNoNumberIsNamed() {
        Story unsure = new Story("A", "Title", "Text", List.of(), "", List.of(), List.of(), Double.NaN);

        assertThat(PlanRules.violations(List.of(unsure, story("B"))))
                .containsExactly("the confidence of A must be between 0 and 1");
    }

    @ParameterizedTest
    @CsvSource({
        "Add login!,Add-login",
        "../../etc/passwd,etc-passwd",
        "a..b,a.b",
        "-rf,rf",
        "x.lock,x",
        "ключ,S3",
        "'',S3",
        "S-1_a.b,S-1_a.b"
    })
    void keysAreSanitised(String proposed, String expected) {
        assertThat(StoryKey.sanitised(proposed, "S3")).isEqualTo(expected);
        assertThat(StoryKey.plain(expected)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "a b",
                "..",
                ".a",
                "a.",
                "a..b",
                "",
                "a.lock",
                "a\n",
                "12345678901234567890123456789012345678901"
            })
    void aStoryWithAnyOtherKeyCannotExist(String key) {
        assertThatThrownBy(() -> story(key)).hasMessageContaining("Not a plain story key");
    }

    private static Story titled(String title) {
        return new Story("A", title, "Text", Arrays.asList("ok"), "", List.of(), List.of(), 0.5);
    }
}
