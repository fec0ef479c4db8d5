package dev.sluice.developer.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.Assignments;
import dev.sluice.developer.domain.Assignment;
import dev.sluice.developer.domain.Attempted;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.Inquiry;
import dev.sluice.developer.domain.TestRun;
import dev.sluice.messaging.EventIdentity;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevelopStoryTest {

    private static final Assignment STORY = Assignments.of("/repo");

    private final MemoryWorkbench workbench = new MemoryWorkbench();
    private final MemoryChanges changes = new MemoryChanges();
    private final Deque<Coder.Reply> replies = new ArrayDeque<>();
    private final List<CodingTask> tasks = new ArrayList<>();
    private final DevelopStory developStory = new DevelopStory(
            workbench,
            (task, cause) -> {
                tasks.add(task);
                return replies.pop();
            },
            changes,
            Clock.fixed(Assignments.PLANNED_AT, ZoneOffset.UTC));

    @Test
    void firstAttemptThatPassesBecomesAChange() {
        edits("good");
        Generation change = develop();
        assertThat(change.ending())
                .isEqualTo(new Ending.Ready(
                        "base",
                        "head-of-good",
                        "sluice/r-1-greet-" + suffix(change),
                        MemoryWorkbench.run(TestRun.Outcome.PASSED)));
        assertThat(change.changeId()).isEqualTo(EventIdentity.derive("change", "/repo\nr-1/greet\nhead-of-good"));
        assertThat(change.attempts()).extracting(Attempted::outcome).containsExactly(Attempted.Outcome.TESTS_PASSED);
        assertThat(change.authorship().contextFiles()).containsExactly("a.py");
        assertThat(workbench.open).isFalse();
    }

    @Test
    void failingTestsAreFixedByTheRepairAttemptThatSeesTheOutput() {
        workbench.runs.add(MemoryWorkbench.run(TestRun.Outcome.FAILED));
        edits("bad", "better");
        Generation change = develop();
        assertThat(change.ending()).isInstanceOf(Ending.Ready.class);
        assertThat(change.attempts())
                .extracting(Attempted::outcome)
                .containsExactly(Attempted.Outcome.TESTS_FAILED, Attempted.Outcome.TESTS_PASSED);
        assertThat(tasks.get(1).complaint())
                .contains("1 of 2 tests failed: t.T.test_name")
                .contains("last line of output");
        assertThat(tasks.get(1).files().getFirst().text()).isEqualTo("after [bad]");
    }

    @Test
    void asManyFixAttemptsAreMadeAsThePolicyAllows() {
        workbench.fixAttempts = 2;
        for (int i = 0; i < 3; i++) {
            workbench.runs.add(MemoryWorkbench.run(TestRun.Outcome.FAILED));
        }
        edits("a", "b", "c");
        Ending.Failed failed = failure(develop());
        assertThat(failed.cause()).isEqualTo(Ending.Cause.TESTS_FAILED);
        assertThat(failed.advice()).contains("After 3 attempts").contains("t.T.test_name");
        assertThat(workbench.pushed).isEmpty();
    }

    @Test
    void refusedEditsAreShownToTheRepairAttempt() {
        edits("refuse", "good");
        assertThat(develop().ending()).isInstanceOf(Ending.Ready.class);
        assertThat(tasks.get(1).complaint()).contains("stands there twice");
    }

    @Test
    void editsThatStayRefusedFail() {
        edits("refuse", "refuse");
        assertThat(failure(develop()).cause()).isEqualTo(Ending.Cause.EDITS_REFUSED);
    }

    @Test
    void editsThatChangeNothingFail() {
        edits("nothing", "nothing");
        assertThat(failure(develop()).cause()).isEqualTo(Ending.Cause.NOTHING_CHANGED);
    }

    @Test
    void aModelThatFailsEndsTheStoryWithItsAdvice() {
        replies.add(new Coder.Reply.Failed("No model answered: all down. Check the routes.", null));
        Generation change = develop();
        assertThat(failure(change).cause()).isEqualTo(Ending.Cause.MODEL_FAILED);
        assertThat(failure(change).advice()).contains("Check the routes");
        assertThat(change.changeId()).isEqualTo(EventIdentity.derive("change", "/repo\nr-1/greet\nbase:base:1"));
    }

    @Test
    void aRepositoryThatCannotBeOpenedIsAnOutcome() {
        workbench.closed = "The repository does not exist. Check the URL.";
        assertThat(failure(develop()))
                .isEqualTo(new Ending.Failed(
                        Ending.Cause.REPOSITORY_FAILED, null, "The repository does not exist. Check the URL.", null));
        assertThat(tasks).isEmpty();
    }

    @Test
    void noTestsAreNoPassButAStackThatNobodyCanTestGoesToPeople() {
        workbench.runs.add(MemoryWorkbench.untestable());
        edits("good");
        assertThat(develop().ending()).isInstanceOf(Ending.Ready.class);

        MemoryChanges others = new MemoryChanges();
        MemoryWorkbench known = new MemoryWorkbench();
        known.fixAttempts = 0;
        known.runs.add(MemoryWorkbench.run(TestRun.Outcome.NO_TESTS_RAN));
        new DevelopStory(known, (task, cause) -> new Coder.Reply.Edits("x", "p/m", "v"), others, Clock.systemUTC())
                .handle(STORY, Assignments.delivery("e-2"));
        assertThat(failure(others.told.getFirst()).cause()).isEqualTo(Ending.Cause.NO_TESTS_RAN);
    }

    @Test
    void testsThatCannotBeRunAreNotRepaired() {
        workbench.runs.add(MemoryWorkbench.run(TestRun.Outcome.ERROR));
        edits("good");
        assertThat(failure(develop()).advice()).contains("could not be run").contains("last line of output");
        assertThat(tasks).hasSize(1);
    }

    @Test
    void aForeignBranchIsLeftAloneAndSaid() {
        workbench.foreign = "Branch sluice/x holds commit 1, which Sluice did not write.";
        edits("good");
        assertThat(failure(develop()).cause()).isEqualTo(Ending.Cause.REPOSITORY_FAILED);
    }

    @Test
    void aQuestionIsAskedInsteadOfAChange() {
        replies.add(new Coder.Reply.Questions(List.of(new Inquiry("Which greeting?", List.of("Hello", "Hi")))));
        developStory.handle(STORY, Assignments.delivery("e-1"));
        assertThat(changes.told).isEmpty();
        assertThat(changes.asked.getFirst().questions().getFirst().question()).isEqualTo("Which greeting?");
    }

    @Test
    void aStoryThatWasAnsweredMayNotAskAgain() {
        edits("good");
        developStory.handle(Assignments.of("/repo", 2), Assignments.delivery("e-1"));
        assertThat(tasks.getFirst().mayAsk()).isFalse();
        assertThat(tasks.getFirst().assignment().clarifications()).isNotEmpty();
    }

    @Test
    void aCauseThatWasAnsweredIsNotWorkedOnAgain() {
        edits("good");
        develop();
        developStory.handle(STORY, Assignments.delivery("e-1"));
        assertThat(changes.told).hasSize(1);
        assertThat(tasks).hasSize(1);
    }

    private void edits(String... texts) {
        for (String text : texts) {
            replies.add(new Coder.Reply.Edits(text, "p/m", "developer/change@1"));
        }
    }

    private Generation develop() {
        developStory.handle(STORY, Assignments.delivery("e-1"));
        return changes.told.getFirst();
    }

    private static Ending.Failed failure(Generation change) {
        return (Ending.Failed) change.ending();
    }

    private static String suffix(Generation change) {
        String branch = ((Ending.Ready) change.ending()).branch();
        return branch.substring(branch.lastIndexOf('-') + 1);
    }
}
