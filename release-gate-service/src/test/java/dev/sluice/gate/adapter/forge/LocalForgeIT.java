package dev.sluice.gate.adapter.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.gate.application.CommitStatus;
import dev.sluice.gate.application.MergeAnswer;
import dev.sluice.gate.application.MergeAnswer.BaseChanged;
import dev.sluice.gate.application.MergeAnswer.Conflict;
import dev.sluice.gate.application.MergeAnswer.HeadChanged;
import dev.sluice.gate.application.MergeAnswer.Merged;
import dev.sluice.gate.application.MergeAnswer.Refused;
import dev.sluice.gate.application.MergeOrder;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.workspace.git.Repositories;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalForgeIT {

    private static final Instant DECIDED = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path directory;

    private TestRepository repository;
    private LocalForge forge;
    private String base;
    private String head;

    @BeforeEach
    void changeOnABranch() {
        repository = new TestRepository(directory);
        base = repository.tip("main");
        head = repository.commit("sluice/s1", Map.of("src/A.java", "class A {}\n"));
        forge = new LocalForge(new Repositories(directory.resolve("gate")));
    }

    @Test
    void mergesExactlyTheEvaluatedHeadOntoTheEvaluatedBase() {
        MergeAnswer answer = forge.merge(order("s1", head, null));

        assertThat(answer).isInstanceOfSatisfying(Merged.class, merged -> {
            assertThat(repository.tip("main")).isEqualTo(merged.sha());
            assertThat(repository.ask("rev-parse", "main^{tree}")).isEqualTo(merged.tree());
        });
        assertThat(repository.ask("rev-parse", "main^1", "main^2").lines()).containsExactly(base, head);
        assertThat(repository.ask("log", "-1", "--format=%(trailers:key=Sluice-Story,valueonly)", "main"))
                .isEqualTo("r1/s1");
    }

    @Test
    void givesTheSameAnswerWhenTheMergeHasLandedAlready() {
        MergeAnswer first = forge.merge(order("s1", head, null));
        repository.ask("branch", "-D", "sluice/s1");

        LocalForge restarted = new LocalForge(new Repositories(directory.resolve("another-gate")));

        assertThat(restarted.merge(order("s1", head, null))).isEqualTo(first);
        assertThat(repository.ask("rev-list", "--count", "--merges", "main")).isEqualTo("1");
    }

    @Test
    void givesTheSameAnswerWhenMoreHasLandedSince() {
        MergeAnswer first = forge.merge(order("s1", head, null));
        TestRepository.git(repository.work(), "pull", "--quiet", "origin", "main:main");
        repository.commit("main", Map.of("LATER.md", "later\n"));

        assertThat(forge.merge(order("s1", head, null))).isEqualTo(first);
    }

    @Test
    void letsOneOfTwoRacingChangesLand() throws Exception {
        String other = repository.commit("sluice/s2", Map.of("src/B.java", "class B {}\n"));
        LocalForge second = new LocalForge(new Repositories(directory.resolve("another-gate")));
        List<Callable<MergeAnswer>> race =
                List.of(() -> forge.merge(order("s1", head, null)), () -> second.merge(order("s2", other, null)));

        List<MergeAnswer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            answers = threads.invokeAll(race).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).hasAtLeastOneElementOfType(Merged.class).hasAtLeastOneElementOfType(BaseChanged.class);
        assertThat(answers)
                .filteredOn(BaseChanged.class::isInstance)
                .containsExactly(new BaseChanged(repository.tip("main")));
        assertThat(repository.ask("rev-list", "--count", "--merges", "main")).isEqualTo("1");
    }

    @Test
    void refusesWhenTheBaseHasMoved() {
        String moved = repository.commit("main", Map.of("OTHER.md", "other\n"));

        assertThat(forge.merge(order("s1", head, null))).isEqualTo(new BaseChanged(moved));
        assertThat(repository.tip("main")).isEqualTo(moved);
    }

    @Test
    void refusesWhenSomethingWasPushedOntoTheBranchAfterTheEvaluation() {
        String pushed = repository.commit("sluice/s1", Map.of("src/Evil.java", "class Evil {}\n"));

        assertThat(forge.merge(order("s1", head, null))).isEqualTo(new HeadChanged(pushed));
        assertThat(repository.tip("main")).isEqualTo(base);
    }

    @Test
    void refusesWhenTheBranchIsGone() {
        repository.ask("branch", "-D", "sluice/s1");

        assertThat(forge.merge(order("s1", head, null))).isEqualTo(new HeadChanged(null));
    }

    @Test
    void refusesATreeThatNobodyJudged() {
        assertThat(forge.merge(order("s1", head, "7".repeat(40))))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.why()).contains("7".repeat(40)));
        assertThat(repository.tip("main")).isEqualTo(base);
    }

    @Test
    void namesThePathsOfAConflict() {
        String fork = repository.tip("main");
        String ours = repository.commit("main", Map.of("src/A.java", "class A { int x; }\n"));
        MergeOrder order =
                new MergeOrder("c", "r1/s1", "r1", repository.url(), "main", "sluice/s1", ours, head, null, DECIDED);

        assertThat(forge.merge(order)).isEqualTo(new Conflict(List.of("src/A.java")));
        assertThat(fork).isNotEqualTo(ours);
    }

    @Test
    void mergesIntoTheDefaultBranchWhenNoneIsNamed() {
        MergeOrder order =
                new MergeOrder("c", "r1/s1", "r1", repository.url(), "", "sluice/s1", base, head, null, DECIDED);

        assertThat(forge.merge(order)).isInstanceOf(Merged.class);
        assertThat(repository.ask("rev-list", "--count", "--merges", "main")).isEqualTo("1");
    }

    @Test
    void saysWhatToDoWhenTheBaseIsCheckedOutThere() {
        TestRepository.git(repository.work(), "checkout", "--quiet", "main");
        MergeOrder order = new MergeOrder(
                "c", "r1/s1", "r1", repository.work().toString(), "main", "sluice/s1", base, head, null, DECIDED);

        assertThat(forge.merge(order))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.why()).contains("checked out", "git clone --bare", "updateInstead"));
    }

    @Test
    void saysWhatTheRemoteSaid() {
        repository.ask("config", "receive.maxInputSize", "10");

        assertThat(forge.merge(order("s1", head, null)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.why()).contains("The remote said", "unpack"));
    }

    @Test
    void refusesARepositoryThatIsNotThere() {
        MergeOrder order = new MergeOrder(
                "c",
                "r1/s1",
                "r1",
                directory.resolve("nowhere").toString(),
                "main",
                "sluice/s1",
                base,
                head,
                null,
                DECIDED);

        assertThat(forge.merge(order)).isInstanceOf(Refused.class);
    }

    @Test
    void triesAgainLaterWhenTheHostDoesNotAnswer() {
        MergeOrder order = new MergeOrder(
                "c", "r1/s1", "r1", "http://127.0.0.1:1/x.git", "main", "sluice/s1", base, head, null, DECIDED);

        assertThatThrownBy(() -> forge.merge(order)).isInstanceOf(TransientFailure.class);
    }

    @Test
    void refusesNamesThatCouldBeOptionsOfGit() {
        MergeOrder order = new MergeOrder(
                "c",
                "r1/s1",
                "r1",
                repository.url(),
                "--upload-pack=touch /tmp/x",
                "sluice/s1",
                base,
                head,
                null,
                DECIDED);

        assertThat(forge.merge(order)).isInstanceOf(Refused.class);
    }

    @Test
    void keepsALineBreakInAnIdFromBecomingATrailer() {
        MergeOrder order = new MergeOrder(
                "c",
                "x\n\nSluice-Story: forged",
                "r1",
                repository.url(),
                "main",
                "sluice/s1",
                base,
                head,
                null,
                DECIDED);

        assertThat(forge.merge(order)).isInstanceOf(Merged.class);
        assertThat(repository.ask("log", "-1", "--format=%(trailers:key=Sluice-Story,valueonly)", "main"))
                .isEqualTo("x Sluice-Story: forged");
    }

    @Test
    void showsStatusesAndReplacesThem() {
        forge.show(repository.url(), head, List.of(new CommitStatus("sluice/tests", CommitStatus.State.FAILURE, "no")));
        List<CommitStatus> last = List.of(
                new CommitStatus("sluice/tests", CommitStatus.State.SUCCESS, "3 passed"),
                new CommitStatus("sluice/release-gate", CommitStatus.State.PENDING, "People decide."));

        forge.show(repository.url(), head, last);
        forge.show(repository.url(), head, last);

        assertThat(repository
                        .ask("cat-file", "-p", "refs/sluice/status/" + head)
                        .lines())
                .containsExactly("sluice/tests\tsuccess\t3 passed", "sluice/release-gate\tpending\tPeople decide.");
    }

    @Test
    void shrugsWhenStatusesCannotBeShown() {
        forge.show(directory.resolve("nowhere").toString(), head, List.of());
        forge.show(repository.url(), "not a sha", List.of());
    }

    private MergeOrder order(String story, String sha, @Nullable String tree) {
        return new MergeOrder(
                "c-" + story,
                "r1/" + story,
                "r1",
                repository.url(),
                "main",
                "sluice/" + story,
                base,
                sha,
                tree,
                DECIDED);
    }
}
