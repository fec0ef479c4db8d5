package dev.sluice.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningTaskTest {

    @Test
    void anEpicOfAFewWordsIsAskedAbout() {
        assertThat(task(Samples.epic(" \n")).gaps()).hasSize(1);
        assertThat(task(Samples.requirement(Requirement.Kind.EPIC, "", "")).gaps())
                .hasSize(1);
        assertThat(task(Samples.epic("Regular customers pay ten percent less.")).gaps())
                .isEmpty();
    }

    @Test
    void aStoryNeedsADescriptionOrCriteria() {
        assertThat(task(Samples.requirement(Requirement.Kind.STORY, "Title", " "))
                        .gaps())
                .hasSize(1);
        assertThat(task(Samples.requirement(Requirement.Kind.STORY, "Title", "", " "))
                        .gaps())
                .hasSize(1);
        assertThat(task(Samples.requirement(Requirement.Kind.STORY, "Title", "", "It works"))
                        .gaps())
                .isEmpty();
        assertThat(task(Samples.requirement(Requirement.Kind.STORY, "Title", "Do it"))
                        .gaps())
                .isEmpty();
    }

    @Test
    void anAnswerClosesTheGap() {
        var answered = new PlanningTask(
                Samples.requirement(Requirement.Kind.STORY, "Title", ""),
                1,
                List.of(),
                List.of(),
                List.of("Q: What?\nA: This"));

        assertThat(answered.gaps()).isEmpty();
    }

    @Test
    void aLongTitleOfAWrittenStoryIsKeptInItsDescription() {
        String title = "one two three four five six seven eight nine ten eleven";

        Story story = Plan.asWritten(Samples.requirement(Requirement.Kind.STORY, title, "Body"))
                .stories()
                .get(0);

        assertThat(story.title()).isEqualTo("one two three four five six seven eight nine ten");
        assertThat(story.description()).isEqualTo(title + "\n\nBody");
    }

    private static PlanningTask task(Requirement requirement) {
        return new PlanningTask(requirement, 1, List.of(), List.of(), List.of());
    }
}
