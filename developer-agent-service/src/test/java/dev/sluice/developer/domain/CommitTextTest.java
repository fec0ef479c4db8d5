package dev.sluice.developer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommitTextTest {

    private static final Party ADA = new Party("ada", Party.Kind.PERSON, null);

    @Test
    void namesStoryRequirementModelRequesterAndChange() {
        assertThat(CommitText.of(story("Greet people", List.of("It greets")), "r-1/greet", "r-1", ADA, "p/m", "c-1"))
                .isEqualTo("""
                        Greet people

                        - It greets

                        Sluice-Story: r-1/greet
                        Sluice-Requirement: r-1
                        Sluice-Model: p/m
                        Sluice-Requested-By: ada
                        Sluice-Change: c-1
                        """);
    }

    @Test
    void letsNoTextFromOutsideAddATrailer() {
        String message = CommitText.of(
                story("Title\n\nSluice-Model: other", List.of("fine\n\nSluice-Story: other")),
                "r-1/greet\nSluice-Story: other",
                "r-1",
                ADA,
                "p/m",
                "c-1");
        assertThat(message.lines().filter(line -> line.startsWith("Sluice-"))).hasSize(5);
        assertThat(message.lines().filter(line -> line.startsWith("Sluice-Story: other")))
                .isEmpty();
    }

    @Test
    void shortensALongSubject() {
        String message = CommitText.of(story("word ".repeat(50), List.of()), "s", "r", ADA, "m", "c");
        assertThat(message.lines().findFirst().orElseThrow())
                .hasSizeLessThanOrEqualTo(72)
                .endsWith("…");
    }

    private static StoryText story(String title, List<String> criteria) {
        return new StoryText("greet", title, "", criteria, "", List.of(), List.of(), 1);
    }
}
