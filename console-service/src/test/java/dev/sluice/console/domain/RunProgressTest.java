package dev.sluice.console.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final PlanFacts WAITING = new PlanFacts(1, "PROPOSED", true, null, null, null);
    private static final PlanFacts APPROVED = new PlanFacts(1, "PROPOSED", true, null, "APPROVED", null);

    @Test
    void isSubmittedBeforeThePlannerSaysAnything() {
        assertThat(RunProgress.of(run(null)).state()).isEqualTo(RunState.SUBMITTED);
    }

    @Test
    void waitsForApprovalOfThePlanAndItsStoriesAreOnlyProposed() {
        RunFacts run = run(WAITING, story("export"));

        assertThat(RunProgress.of(run).state()).isEqualTo(RunState.WAITING_FOR_APPROVAL);
        assertThat(stateOf(run, "export")).isEqualTo(RunState.PROPOSED);
    }

    @Test
    void aPlanThatNeedsNoApprovalStartsByItself() {
        RunFacts run = run(new PlanFacts(1, "PROPOSED", false, null, null, null), story("export"));

        assertThat(RunProgress.of(run).state()).isEqualTo(RunState.PLANNED);
    }

    @Test
    void aRejectedPlanEndsTheRunWithTheReason() {
        RunStatus status = RunProgress.of(run(new PlanFacts(1, "PROPOSED", true, null, "REJECTED", "too big")));

        assertThat(status).isEqualTo(new RunStatus(RunState.REJECTED, "too big"));
    }

    @Test
    void asksForANewPlanAfterRegenerate() {
        assertThat(RunProgress.of(run(new PlanFacts(1, "PROPOSED", true, null, "REGENERATE", "smaller")))
                        .state())
                .isEqualTo(RunState.PLANNING);
    }

    @Test
    void aFailedPlanFailsTheRun() {
        assertThat(RunProgress.of(run(new PlanFacts(1, "FAILED", true, "the model is away", null, null))))
                .isEqualTo(new RunStatus(RunState.FAILED, "the model is away"));
    }

    @Test
    void anOpenQuestionAboutTheRequirementWaitsForPeople() {
        RunStatus status = RunProgress.of(new RunFacts(null, "Which format?", null, false, List.of()));

        assertThat(status).isEqualTo(new RunStatus(RunState.CLARIFICATION, "Which format?"));
    }

    @Test
    void anAnsweredQuestionIsWithThePlanner() {
        assertThat(RunProgress.of(new RunFacts(null, null, null, true, List.of()))
                        .state())
                .isEqualTo(RunState.PLANNING);
    }

    @Test
    void anExpiredQuestionFailsTheRunAndSaysWhatToDo() {
        RunStatus status = RunProgress.of(new RunFacts(null, null, "Which format?", false, List.of()));

        assertThat(status.state()).isEqualTo(RunState.FAILED);
        assertThat(status.reason()).contains("Which format?").contains("Submit it again");
    }

    @Test
    void aStoryWaitsForTheMergeOfWhatItDependsOn() {
        RunFacts run = run(APPROVED, planned("export"), story("import", List.of("export")));

        assertThat(stateOf(run, "import")).isEqualTo(RunState.WAITING_FOR_DEPENDENCY);
        assertThat(statusOf(run, "import").reason()).isEqualTo("Waits for the merge of export.");
        assertThat(RunProgress.of(run).state()).isEqualTo(RunState.DEVELOPING);
    }

    @Test
    void aRunWhoseRestWaitsForABlockedStoryIsDone() {
        RunFacts run = run(
                APPROVED,
                worked(
                        "export",
                        ready("c1")
                                .decided("BLOCKED", "Tests pass without the change")
                                .facts()),
                story("import", List.of("export")));

        RunStatus status = RunProgress.of(run);
        assertThat(status.state()).isEqualTo(RunState.BLOCKED);
        assertThat(status.state().done()).isTrue();
        assertThat(statusOf(run, "import").reason()).contains("export (blocked)");
    }

    @Test
    void aReadyChangeWithoutADecisionIsReviewed() {
        RunFacts run = run(APPROVED, worked("export", ready("c1").facts()));

        assertThat(RunProgress.of(run).state()).isEqualTo(RunState.REVIEWING);
    }

    @Test
    void anApprovedChangeMergesAndThenIsMerged() {
        assertThat(stateOf(
                        run(
                                APPROVED,
                                worked(
                                        "a",
                                        ready("c1").decided("APPROVED", null).facts())),
                        "a"))
                .isEqualTo(RunState.MERGING);
        RunFacts merged = run(
                APPROVED,
                worked("a", ready("c1").decided("APPROVED", null).merged("abc").facts()));
        assertThat(stateOf(merged, "a")).isEqualTo(RunState.MERGED);
        assertThat(RunProgress.of(merged)).isEqualTo(new RunStatus(RunState.MERGED, "Landed as abc."));
    }

    @Test
    void aMergeThatOvertakesItsDecisionStillCounts() {
        assertThat(stateOf(run(APPROVED, worked("a", ready("c1").merged("abc").facts())), "a"))
                .isEqualTo(RunState.MERGED);
    }

    @Test
    void aMovedBaseLeadsToARebaseAndTheRebasedChangeCounts() {
        ChangeFacts first =
                ready("c1").decided("APPROVED", null).refused("BASE_CHANGED").facts();
        assertThat(stateOf(run(APPROVED, worked("a", first)), "a")).isEqualTo(RunState.REBASING);

        ChangeFacts second = ready("c2").rebasedFrom("c1").facts();
        assertThat(stateOf(run(APPROVED, worked("a", first, second)), "a")).isEqualTo(RunState.REVIEWING);
    }

    @Test
    void aMovedBaseBlocksAChangeFromOutside() {
        ChangeFacts change = ready("c1")
                .outside()
                .decided("APPROVED", null)
                .refused("BASE_CHANGED")
                .facts();

        assertThat(stateOf(run(null, worked("change", change)), "change")).isEqualTo(RunState.BLOCKED);
    }

    @Test
    void machineryFailuresAreToldApartFromARefusal() {
        assertThat(stateOf(run(APPROVED, worked("a", failed("MODEL_FAILED"))), "a"))
                .isEqualTo(RunState.FAILED);
        assertThat(stateOf(run(APPROVED, worked("a", failed("REPOSITORY_FAILED"))), "a"))
                .isEqualTo(RunState.FAILED);
        assertThat(stateOf(run(APPROVED, worked("a", failed("TESTS_FAILED"))), "a"))
                .isEqualTo(RunState.BLOCKED);
        assertThat(stateOf(run(APPROVED, worked("a", failed("CONFLICT"))), "a")).isEqualTo(RunState.BLOCKED);
    }

    @Test
    void aChangeThatCouldNotBeWrittenMovesUntilTheGateHasSaidSo() {
        ChangeFacts undecided = new ChangeFacts(
                "c", "r-1/a", "STORY", "EDITS_REFUSED", null, "why", NOON, 0, null, null, null, null, null);

        assertThat(stateOf(run(APPROVED, worked("a", undecided)), "a")).isEqualTo(RunState.REVIEWING);
    }

    @Test
    void aSkippedChangeIsLeftToPeople() {
        RunFacts run = run(
                APPROVED,
                worked("a", ready("c1").decided("SKIPPED", "auto-merge is off").facts()));

        assertThat(RunProgress.of(run)).isEqualTo(new RunStatus(RunState.SKIPPED, "auto-merge is off"));
    }

    @Test
    void theOrderOfChangesDoesNotMatter() {
        List<ChangeFacts> changes = new ArrayList<>(List.of(
                ready("c1").decided("APPROVED", null).refused("BASE_CHANGED").facts(),
                ready("c2")
                        .rebasedFrom("c1")
                        .decided("APPROVED", null)
                        .merged("abc")
                        .facts()));
        RunStatus inOrder = RunProgress.of(run(APPROVED, worked("a", changes.toArray(ChangeFacts[]::new))));
        Collections.reverse(changes);

        assertThat(RunProgress.of(run(APPROVED, worked("a", changes.toArray(ChangeFacts[]::new)))))
                .isEqualTo(inOrder);
    }

    @Test
    void aRunOfSeveralStoriesCountsThem() {
        RunFacts run = run(
                APPROVED,
                worked("a", ready("c1").merged("abc").facts()),
                worked("b", ready("c2").decided("BLOCKED", "no").facts()));

        assertThat(RunProgress.of(run).reason()).isEqualTo("1 of 2 stories merged; b blocked");
    }

    private static RunState stateOf(RunFacts run, String key) {
        return statusOf(run, key).state();
    }

    private static RunStatus statusOf(RunFacts run, String key) {
        return StoryProgress.of(run).entrySet().stream()
                .filter(e -> e.getKey().endsWith("/" + key))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static RunFacts run(@Nullable PlanFacts plan, StoryFacts... stories) {
        return new RunFacts(plan, null, null, false, List.of(stories));
    }

    private static StoryFacts story(String key) {
        return story(key, List.of());
    }

    private static StoryFacts story(String key, List<String> dependsOn) {
        return new StoryFacts("r-1/" + key, key, dependsOn, false, null, List.of());
    }

    private static StoryFacts planned(String key) {
        return new StoryFacts("r-1/" + key, key, List.of(), true, null, List.of());
    }

    private static StoryFacts worked(String key, ChangeFacts... changes) {
        return new StoryFacts("r-1/" + key, key, List.of(), true, null, List.of(changes));
    }

    private static ChangeFacts failed(String outcome) {
        return new ChangeFacts(
                "c", "r-1/a", "STORY", outcome, null, "why", NOON, 0, "BLOCKED", "why", null, null, null);
    }

    private static Draft ready(String id) {
        return new Draft(id);
    }

    private static final class Draft {
        private final String id;
        private String origin = "STORY";
        private @Nullable String rebasedFrom;
        private @Nullable String decision;
        private @Nullable String reason;
        private @Nullable String refusal;
        private @Nullable String mergeSha;

        private Draft(String id) {
            this.id = id;
        }

        Draft outside() {
            origin = "OUTSIDE";
            return this;
        }

        Draft rebasedFrom(String other) {
            rebasedFrom = other;
            return this;
        }

        Draft decided(String outcome, @Nullable String why) {
            decision = outcome;
            reason = why;
            return this;
        }

        Draft refused(String cause) {
            refusal = cause;
            return this;
        }

        Draft merged(String sha) {
            mergeSha = sha;
            return this;
        }

        ChangeFacts facts() {
            return new ChangeFacts(
                    id,
                    "r-1/a",
                    origin,
                    "READY",
                    rebasedFrom,
                    null,
                    NOON,
                    2,
                    decision,
                    reason,
                    refusal,
                    refusal,
                    mergeSha);
        }
    }
}
