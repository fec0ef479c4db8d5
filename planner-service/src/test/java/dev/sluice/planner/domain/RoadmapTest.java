package dev.sluice.planner.domain;

import static dev.sluice.planner.domain.PlanDecision.Verdict.APPROVED;
import static dev.sluice.planner.domain.PlanDecision.Verdict.REGENERATE;
import static dev.sluice.planner.domain.PlanDecision.Verdict.REJECTED;
import static dev.sluice.planner.domain.Samples.decided;
import static dev.sluice.planner.domain.Samples.plan;
import static dev.sluice.planner.domain.Samples.story;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RoadmapTest {

    private static final Fact SUBMITTED = new Fact.Submitted(Samples.epic("Give regular customers ten percent off."));
    private static final Fact PLAN_OF_THREE =
            new Fact.Proposed(plan(1, story("A"), story("B", "A"), story("C", "A", "B")));

    @Test
    void wantsAPlanOnceForARequirementSubmittedTwice() {
        assertThat(orders(SUBMITTED, SUBMITTED)).containsExactly("plan 1/0");
    }

    @Test
    void releasesNothingBeforeApproval() {
        assertThat(orders(SUBMITTED, PLAN_OF_THREE)).containsExactly("plan 1/0");
    }

    @Test
    void releasesStoriesInDependencyOrderAsTheyAreMerged() {
        assertThat(orders(PLAN_OF_THREE, decided(1, APPROVED))).containsExactly("story A r1");
        assertThat(orders(PLAN_OF_THREE, decided(1, APPROVED), new Fact.Merged("A")))
                .containsExactly("story A r1", "story B r1");
        assertThat(orders(PLAN_OF_THREE, decided(1, APPROVED), new Fact.Merged("A"), new Fact.Merged("B")))
                .containsExactly("story A r1", "story B r1", "story C r1");
    }

    @Test
    void carriesWhoAskedAndWhoApproved() {
        Step step = walk(List.of(PLAN_OF_THREE)).on(decided(1, APPROVED));

        assertThat(step.orders()).singleElement().isInstanceOfSatisfying(Order.ReleaseStory.class, release -> {
            assertThat(release.requestedBy()).isEqualTo(Samples.ASKER);
            assertThat(release.approvedBy()).isEqualTo(Samples.BOSS);
            assertThat(release.repository()).isEqualTo(Samples.REPOSITORY);
        });
    }

    @Test
    void aRejectedPlanReleasesNothingEvenIfItIsApprovedAfterwards() {
        assertThat(orders(PLAN_OF_THREE, decided(1, REJECTED), decided(1, APPROVED)))
                .isEmpty();
    }

    @Test
    void aDecisionAboutAnotherRevisionIsIgnored() {
        Fact secondPlan = new Fact.Proposed(plan(2, story("A"), story("B")));

        assertThat(orders(PLAN_OF_THREE, decided(1, REGENERATE), secondPlan, decided(1, APPROVED)))
                .isEmpty();
        assertThat(orders(PLAN_OF_THREE, decided(7, APPROVED))).isEmpty();
        assertThat(orders(PLAN_OF_THREE, decided(5000, APPROVED), decided(1, APPROVED)))
                .containsExactly("story A r1");
    }

    @Test
    void regeneratingWantsTheNextRevisionWithFeedbackAndTheOldStories() {
        Step step = walk(List.of(SUBMITTED, PLAN_OF_THREE)).on(decided(1, REGENERATE));

        assertThat(step.orders()).singleElement().isInstanceOfSatisfying(Order.WantPlan.class, wanted -> {
            assertThat(wanted.task().revision()).isEqualTo(2);
            assertThat(wanted.task().feedback()).containsExactly("because");
            assertThat(wanted.task().previousStories()).hasSize(3);
        });
    }

    @Test
    void aFailedPlanCanBeRegeneratedButNotApproved() {
        Fact failed = new Fact.Proposed(new ProposedPlan(1, false, true, List.of(), Samples.REPOSITORY, Samples.ASKER));

        assertThat(orders(SUBMITTED, failed, decided(1, APPROVED))).containsExactly("plan 1/0");
        assertThat(orders(SUBMITTED, failed, decided(1, REGENERATE))).containsExactly("plan 1/0", "plan 2/0");
    }

    @Test
    void anAnsweredClarificationWantsThePlanAgainWithTheAnswer() {
        Roadmap asked = walk(List.of(SUBMITTED, new Fact.Asked("c1", null, List.of("For whom?"))));

        Step step = asked.on(new Fact.Answered("c1", null, List.of("Members")));

        assertThat(step.orders()).singleElement().isInstanceOfSatisfying(Order.WantPlan.class, wanted -> {
            assertThat(wanted.task().clarifications()).containsExactly("Q: For whom?\nA: Members");
            assertThat(wanted.task().revision()).isEqualTo(1);
            assertThat(wanted.answered()).isEqualTo(1);
        });
    }

    @Test
    void aSecondAnswerToTheSameQuestionChangesNothing() {
        assertThat(orders(
                        SUBMITTED,
                        new Fact.Asked("c1", null, List.of("For whom?")),
                        new Fact.Answered("c1", null, List.of("Members")),
                        new Fact.Answered("c1", null, List.of("Everybody"))))
                .containsExactly("plan 1/0", "plan 1/1");
    }

    @Test
    void anAnsweredStoryGoesAgainWithTheNextRevision() {
        assertThat(orders(
                        PLAN_OF_THREE,
                        decided(1, APPROVED),
                        new Fact.Asked("c1", "A", List.of("Which currency?")),
                        new Fact.Answered("c1", "A", List.of("EUR"))))
                .containsExactly("story A r1", "story A r2");
    }

    @Test
    void aStoryThatAPersonWroteNeedsNoApproval() {
        Fact story = new Fact.Submitted(Samples.requirement(Requirement.Kind.STORY, "One", "Do one thing."));
        Fact unapproved = new Fact.Proposed(
                new ProposedPlan(1, true, false, List.of(story("S1")), Samples.REPOSITORY, Samples.ASKER));

        assertThat(orders(story, unapproved, decided(1, REGENERATE))).containsExactly("plan 1/0", "story S1 r1");
        assertThat(orders(SUBMITTED, unapproved))
                .as("an epic cannot be waved through")
                .containsExactly("plan 1/0");
    }

    @Test
    void aPlanThatComesAfterTheApprovedOneIsIgnored() {
        assertThat(orders(
                        PLAN_OF_THREE,
                        decided(1, APPROVED),
                        new Fact.Proposed(plan(2, story("X"), story("Y"))),
                        decided(2, APPROVED)))
                .containsExactly("story A r1");
    }

    @RepeatedTest(50)
    void theSameStoriesGoInWhateverOrderAndHoweverOftenFactsArrive(RepetitionInfo run) {
        List<Fact> facts = new ArrayList<>(List.of(
                SUBMITTED,
                PLAN_OF_THREE,
                decided(1, APPROVED),
                new Fact.Merged("A"),
                new Fact.Merged("B"),
                new Fact.Merged("C")));
        List<Fact> known = facts.subList(0, 5);
        List<Fact> shuffled = new ArrayList<>(known);
        shuffled.addAll(known);
        Collections.shuffle(shuffled, new Random(run.getCurrentRepetition()));

        List<String> due = orders(shuffled.toArray(Fact[]::new));

        assertThat(due).contains("story C r1").doesNotHaveDuplicates();
        assertThat(walk(shuffled).released().keySet()).contains("C").isSubsetOf("A", "B", "C");
    }

    private static List<String> orders(Fact... facts) {
        List<String> due = new ArrayList<>();
        Roadmap roadmap = Roadmap.EMPTY;
        for (Fact fact : facts) {
            Step step = roadmap.on(fact);
            step.orders().forEach(order -> due.add(name(order)));
            roadmap = step.roadmap();
        }
        return due;
    }

    private static String name(Order order) {
        return switch (order) {
            case Order.WantPlan wanted -> "plan " + wanted.task().revision() + "/" + wanted.answered();
            case Order.ReleaseStory release -> "story " + release.story().key() + " r" + release.revision();
        };
    }

    private static Roadmap walk(List<Fact> facts) {
        Roadmap roadmap = Roadmap.EMPTY;
        for (Fact fact : facts) {
            roadmap = roadmap.on(fact).roadmap();
        }
        return roadmap;
    }
}
