package dev.sluice.developer.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.developer.Assignments;
import dev.sluice.developer.domain.Ending;
import dev.sluice.developer.domain.Generation;
import dev.sluice.developer.domain.TestRun;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebaseChangeTest {

    private static final Clock CLOCK = Clock.fixed(Assignments.PLANNED_AT, ZoneOffset.UTC);

    private final MemoryWorkbench workbench = new MemoryWorkbench();
    private final MemoryChanges changes = new MemoryChanges();
    private final RebaseChange rebaseChange = new RebaseChange(workbench, changes, CLOCK, 2);

    @Test
    void movesTheChangeTestsItAndSaysWhatItReplaces() {
        Generation first = develop();
        Generation moved = rebase(first, "m-1");
        assertThat(moved.rebasedFrom()).isEqualTo(first.changeId());
        assertThat(moved.changeId()).isNotEqualTo(first.changeId());
        assertThat(moved.ending()).extracting("headSha", "baseSha").containsExactly("moved-head", "base");
        assertThat(moved.attempts()).isEqualTo(first.attempts());
        assertThat(workbench.pushed).endsWith("moved-head");
    }

    @Test
    void aConflictNamesTheFiles() {
        Generation first = develop();
        workbench.replay = new Bench.Replay.Conflict(List.of("a.py"));
        Ending.Failed failed = (Ending.Failed) rebase(first, "m-1").ending();
        assertThat(failed.cause()).isEqualTo(Ending.Cause.CONFLICT);
        assertThat(failed.advice()).contains("a.py");
    }

    @Test
    void aChangeThatIsInTheBaseAlreadyIsNothing() {
        Generation first = develop();
        workbench.replay = new Bench.Replay.Contained();
        assertThat(((Ending.Failed) rebase(first, "m-1").ending()).cause()).isEqualTo(Ending.Cause.NOTHING_CHANGED);
    }

    @Test
    void testsThatFailOnTheNewBaseEndIt() {
        Generation first = develop();
        workbench.runs.add(MemoryWorkbench.run(TestRun.Outcome.FAILED));
        assertThat(((Ending.Failed) rebase(first, "m-1").ending()).cause()).isEqualTo(Ending.Cause.TESTS_FAILED);
        assertThat(workbench.pushed).doesNotContain("moved-head");
    }

    @Test
    void movesOnlySoOften() {
        Generation change = develop();
        for (int i = 1; i <= 2; i++) {
            workbench.replay = new Bench.Replay.Replayed("head-" + i);
            change = rebase(change, "m-" + i);
            assertThat(change.ending()).isInstanceOf(Ending.Ready.class);
        }
        Ending.Failed failed = (Ending.Failed) rebase(change, "m-3").ending();
        assertThat(failed.cause()).isEqualTo(Ending.Cause.CONFLICT);
        assertThat(failed.advice()).contains("after 2 rebases");
    }

    @Test
    void leavesChangesOfOthersAlone() {
        rebaseChange.handle("somebody-elses", Assignments.PLANNED_AT, Assignments.delivery("m-1"));
        assertThat(changes.told).isEmpty();
    }

    @Test
    void movesOncePerRefusal() {
        Generation first = develop();
        rebase(first, "m-1");
        rebaseChange.handle(first.changeId(), Assignments.PLANNED_AT, Assignments.delivery("m-1"));
        assertThat(changes.told).hasSize(2);
    }

    private Generation develop() {
        new DevelopStory(workbench, (task, cause) -> new Coder.Reply.Edits("good", "p/m", "v"), changes, CLOCK)
                .handle(Assignments.of("/repo"), Assignments.delivery("e-1"));
        return changes.told.getFirst();
    }

    private Generation rebase(Generation earlier, String eventId) {
        rebaseChange.handle(earlier.changeId(), Assignments.PLANNED_AT, Assignments.delivery(eventId));
        return changes.told.getLast();
    }
}
