package dev.sluice.planner.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.ChangeMerged;
import dev.sluice.events.PlanApproval;
import dev.sluice.events.PlanOutcome;
import dev.sluice.events.PlanProposed;
import dev.sluice.events.PlanVerdict;
import dev.sluice.events.RequirementKind;
import dev.sluice.events.SubjectKind;
import dev.sluice.planner.domain.Fact;
import dev.sluice.planner.domain.Order;
import dev.sluice.planner.domain.Party;
import dev.sluice.planner.domain.Plan;
import dev.sluice.planner.domain.PlanDecision;
import dev.sluice.planner.domain.PlanningTask;
import dev.sluice.planner.domain.Proposal;
import dev.sluice.planner.domain.Question;
import dev.sluice.planner.domain.Requirement;
import dev.sluice.planner.domain.Samples;
import dev.sluice.planner.domain.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappersTest {

    private static final PlanningTask TASK = new PlanningTask(
            Samples.requirement(Requirement.Kind.EPIC, "Discounts", "Ten percent off.", "A criterion"),
            2,
            List.of(Samples.story("A"), Samples.story("B", "A")),
            List.of("Too small"),
            List.of("Q: Who?\nA: All"));

    @Test
    void aPlanningTaskSurvivesTheWayThereAndBack() {
        assertThat(TaskMapper.toDomain(TaskMapper.toEvent(TASK, Events.NOW))).isEqualTo(TASK);
    }

    @Test
    void storiesAndPartiesSurviveTheWayThereAndBack() {
        Story story = new Story("A", "t", "d", List.of("c"), "r", List.of("B"), List.of("x"), 0.7);
        Party nameless = new Party("bot", Party.Kind.SERVICE, null);

        assertThat(StoryMapper.toDomain(StoryMapper.toEvent(story))).isEqualTo(story);
        assertThat(PartyMapper.toDomain(PartyMapper.toEvent(nameless))).isEqualTo(nameless);
        assertThat(PartyMapper.toDomain(PartyMapper.toEvent(Samples.REPOSITORY)))
                .isEqualTo(Samples.REPOSITORY);
    }

    @Test
    void aProposedPlanIsReadAsItWasWritten() {
        Proposal.Planned planned = new Proposal.Planned(
                new Plan(List.of(Samples.story("A"), Samples.story("B", "A")), List.of("a"), List.of("q")),
                "m/1",
                "p@1");

        PlanProposed event = ProposalMapper.toEvent(TASK, planned, Events.NOW);

        assertThat(event.getApproval()).isEqualTo(PlanApproval.REQUIRED);
        assertThat(event.getAssumptions()).containsExactly("a");
        assertThat(event.getOpenQuestions()).containsExactly("q");
        assertThat(event.getModel()).isEqualTo("m/1");
        assertThat(FactMapper.toFact(event))
                .hasValueSatisfying(fact -> assertThat(fact).isInstanceOfSatisfying(Fact.Proposed.class, proposed -> {
                    assertThat(proposed.plan().stories())
                            .isEqualTo(planned.plan().stories());
                    assertThat(proposed.plan().revision()).isEqualTo(2);
                    assertThat(proposed.plan().usable()).isTrue();
                    assertThat(proposed.plan().approvalNeeded()).isTrue();
                }));
    }

    @Test
    void aFailedPlanSaysWhyAndIsNotUsable() {
        PlanProposed event = ProposalMapper.toEvent(TASK, new Proposal.Failed("No model.", "p@1"), Events.NOW);

        assertThat(event.getOutcome()).isEqualTo(PlanOutcome.FAILED);
        assertThat(event.getFailure()).isEqualTo("No model.");
        assertThat(FactMapper.toFact(event))
                .hasValueSatisfying(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                Fact.Proposed.class,
                                proposed -> assertThat(proposed.plan().usable()).isFalse()));
    }

    @Test
    void aPlanWithAKeyThatIsAPathOrIsUsedTwiceIsNotUsable() {
        PlanProposed hostile = Events.proposed("r", 1, Events.story("../../etc/passwd"));
        PlanProposed ambiguous = Events.proposed("r", 1, Events.story("A"), Events.story("A"));

        assertThat(List.of(hostile, ambiguous))
                .allSatisfy(event -> assertThat(FactMapper.toFact(event))
                        .hasValueSatisfying(fact -> assertThat(fact)
                                .isInstanceOfSatisfying(
                                        Fact.Proposed.class,
                                        proposed -> assertThat(proposed.plan().usable())
                                                .isFalse())));
    }

    @Test
    void aQuestionIsReadAsItWasWritten() {
        Proposal.Asked asked = new Proposal.Asked(List.of(new Question("Which?", List.of("A", "B"))));

        var event = ProposalMapper.toEvent(TASK, asked, "c-1", Events.NOW, Events.NOW.plusSeconds(60));

        assertThat(event.getQuestions().get(0).getOptions()).containsExactly("A", "B");
        assertThat(event.getExpiresAt()).isEqualTo(Events.NOW.plusSeconds(60));
        assertThat(FactMapper.toFact(event)).contains(new Fact.Asked("c-1", null, List.of("Which?")));
        assertThat(FactMapper.toFact(Events.answered(event, "A")))
                .contains(new Fact.Answered("c-1", null, List.of("A")));
    }

    @Test
    void aQuestionAboutAStoryNamesItsKey() {
        var asked = Events.asked("c-1", SubjectKind.STORY, "r/A", "r", Duration.ZERO);

        assertThat(FactMapper.toFact(asked)).contains(new Fact.Asked("c-1", "A", List.of("For whom?")));
        assertThat(FactMapper.toFact(Events.asked("c-1", SubjectKind.STORY, "other/A", "r", Duration.ZERO)))
                .isEmpty();
        assertThat(FactMapper.toFact(Events.asked("c-1", SubjectKind.CHANGE, "r", "r", Duration.ZERO)))
                .isEmpty();
    }

    @Test
    void aMergeNamesItsStoryUnlessItCameFromOutside() {
        ChangeMerged outside = Events.merged("repo#12", "some-id");

        assertThat(FactMapper.toFact(Events.merged("r", "r/A"))).contains(new Fact.Merged("A"));
        assertThat(FactMapper.toFact(outside)).isEmpty();
    }

    @Test
    void aRequirementAndADecisionAreRead() {
        assertThat(FactMapper.toFact(Events.submitted("r", RequirementKind.STORY, "b")))
                .hasValueSatisfying(fact -> assertThat(fact).isInstanceOfSatisfying(Fact.Submitted.class, submitted -> {
                    assertThat(submitted.requirement().kind()).isEqualTo(Requirement.Kind.STORY);
                    assertThat(submitted.requirement().body()).isEqualTo("b");
                }));
        assertThat(FactMapper.toFact(Events.decided("r", 3, PlanVerdict.REGENERATE)))
                .contains(new Fact.Decided(new PlanDecision(
                        3, PlanDecision.Verdict.REGENERATE, PartyMapper.toDomain(Events.BO), "because")));
        assertThat(FactMapper.toFact(Events.decided("r", 3, PlanVerdict.UNKNOWN)))
                .isEmpty();
    }

    @Test
    void aReleasedStoryCarriesAllThatADeveloperNeeds() {
        var release = new Order.ReleaseStory(
                Samples.story("A"), 2, 3, Samples.REPOSITORY, Samples.ASKER, null, List.of("Q: ?\nA: !"));

        var event = OrderMapper.toEvent("r", release, Events.NOW);

        assertThat(event.getStoryId()).isEqualTo("r/A");
        assertThat(event.getPlanRevision()).isEqualTo(2);
        assertThat(event.getRevision()).isEqualTo(3);
        assertThat(event.getApprovedBy()).isNull();
        assertThat(event.getClarifications()).containsExactly("Q: ?\nA: !");
        assertThat(StoryMapper.toDomain(event.getStory())).isEqualTo(Samples.story("A"));
    }
}
