package dev.sluice.planner.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.planner.domain.Plan;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Proposal.Asked;
import dev.sluice.planner.domain.Proposal.Failed;
import dev.sluice.planner.domain.Proposal.Planned;
import dev.sluice.planner.domain.Question;
import dev.sluice.planner.domain.Requirement;
import dev.sluice.planner.domain.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProposePlanTest {

    private static final Cause CAUSE = new Cause("e-1", "req-1", null);
    private static final Planned PLANNED =
            new Planned(new Plan(List.of(Samples.story("A"), Samples.story("B")), List.of(), List.of()), "m/1", "p@1");

    private final List<Proposal> published = new ArrayList<>();
    private final List<PlanningTask> asked = new ArrayList<>();

    @Test
    void anEpicIsPlannedByTheModel() {
        propose(Samples.epic("Regular customers pay ten percent less."), PLANNED, 0);

        assertThat(published).containsExactly(PLANNED);
    }

    @Test
    void aWrittenStoryNeedsNoModel() {
        propose(Samples.requirement(Requirement.Kind.STORY, "One", "Do one thing.", "It is done."), PLANNED, 0);

        assertThat(asked).isEmpty();
        assertThat(published).singleElement().isInstanceOfSatisfying(Planned.class, planned -> {
            assertThat(planned.model()).isNull();
            assertThat(planned.plan().stories()).singleElement().satisfies(story -> {
                assertThat(story.description()).isEqualTo("Do one thing.");
                assertThat(story.acceptanceCriteria()).containsExactly("It is done.");
            });
        });
    }

    @Test
    void anEmptyStoryIsAskedAboutWithoutTheModel() {
        propose(Samples.requirement(Requirement.Kind.STORY, "One", ""), PLANNED, 0);

        assertThat(asked).isEmpty();
        assertThat(published).singleElement().isInstanceOf(Asked.class);
    }

    @Test
    void aModelThatNeverStopsAskingHasFailed() {
        Asked question = new Asked(List.of(new Question("Really?", List.of())));

        propose(Samples.epic("Regular customers pay ten percent less."), question, 2);
        propose(Samples.epic("Regular customers pay ten percent less."), question, 3);

        assertThat(published.get(0)).isEqualTo(question);
        assertThat(published.get(1))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains(
                                        "still asks after 3 answers",
                                        "Really?",
                                        "submit the requirement with more detail"));
    }

    private void propose(Requirement requirement, Proposal answer, int clarifications) {
        PlanningModel model = (task, cause) -> {
            asked.add(task);
            return answer;
        };
        new ProposePlan(model, (task, proposal, cause) -> published.add(proposal))
                .handle(
                        new PlanningTask(
                                requirement,
                                1,
                                List.of(),
                                List.of(),
                                Collections.nCopies(clarifications, "Q: ?\nA: !")),
                        CAUSE);
    }
}
