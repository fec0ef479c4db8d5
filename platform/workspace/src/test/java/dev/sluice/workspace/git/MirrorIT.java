package dev.sluice.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.workspace.Upstream;
import dev.sluice.workspace.git.ChangedPath.Status;
import dev.sluice.workspace.git.RepositoryUnavailable.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorIT {

    static final CommitMeta META =
            new CommitMeta("Sluice", "sluice@example.org", Instant.parse("2026-01-02T03:04:05Z"), "Do it\n\nBecause.");

    private static final String TEN = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    @TempDir
    Path temporary;

    private Upstream upstream;
    private String base;
    private Mirror mirror;

    @BeforeEach
    void open() throws Exception {
        upstream = new Upstream(temporary.resolve("upstream"));
        base = upstream.commit("First", Map.of("a.txt", TEN, "dir/b.txt", "b\n", "ünïcode näme.txt", "u\n"));
        mirror = new Repositories(temporary.resolve("workspace")).open(upstream.url());
        mirror.head("");
    }

    @Test
    void namesTheDefaultBranchAndItsTip() throws Exception {
        assertThat(mirror.head("")).isEqualTo(new Head("main", base));
        assertThat(mirror.head("main")).isEqualTo(new Head("main", base));
        String next = upstream.commit("Second", Map.of("a.txt", "changed\n"));
        assertThat(mirror.head("").sha()).isEqualTo(next);
        assertThat(mirror.has(next)).isTrue();
    }

    @Test
    void saysThatABranchOrACommitDoesNotExist() {
        assertThat(catchThrowableOfType(RepositoryUnavailable.class, () -> mirror.head("nope"))
                        .kind())
                .isEqualTo(Kind.NO_SUCH_BRANCH);
        assertThat(catchThrowableOfType(RepositoryUnavailable.class, () -> mirror.ensure("1".repeat(40)))
                        .kind())
                .isEqualTo(Kind.NO_SUCH_COMMIT);
    }

    @Test
    void followsABranchWhoseHistoryWasRewritten() throws Exception {
        upstream.git("commit", "--quiet", "--amend", "-m", "Other first");
        assertThat(mirror.head("").sha())
                .isEqualTo(upstream.git("rev-parse", "HEAD"))
                .isNotEqualTo(base);
    }

    @Test
    void bringsACommitOfAnotherBranchByItsSha() throws Exception {
        upstream.git("switch", "--quiet", "-c", "other");
        String other = upstream.commit("Other", Map.of("c.txt", "c\n"));
        assertThat(mirror.has(other)).isFalse();
        mirror.ensure(other);
        assertThat(mirror.read(other, "c.txt", 100)).contains("c\n");
    }

    @Test
    void readsFilesAtACommit() {
        assertThat(mirror.files(base)).containsExactly("a.txt", "dir/b.txt", "ünïcode näme.txt");
        assertThat(mirror.read(base, "ünïcode näme.txt", 100)).contains("u\n");
        assertThat(mirror.read(base, "a.txt", 3)).contains("1\n2");
        assertThat(mirror.read(base, "missing.txt", 100)).isEmpty();
        assertThat(mirror.read(base, "dir", 100)).isEmpty();
        assertThat(mirror.read(mirror.tree(base), "dir/b.txt", 100)).contains("b\n");
    }

    @Test
    void refusesNamesThatCouldBeOptions() {
        assertThatThrownBy(() -> mirror.tree("--all")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mirror.head("--upload-pack=id")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mirror.push(base, "-f", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> mirror.push(base, "a..b", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listsWhatChanged() {
        upstream.git("mv", "dir/b.txt", "dir/c.txt");
        upstream.git("rm", "--quiet", "ünïcode näme.txt");
        String head =
                upstream.commit("Second", Map.of("a.txt", TEN.replace("5\n", "five\nand a half\n"), "new.txt", "n\n"));
        ensure(head);

        assertThat(mirror.changes(base, head))
                .containsExactlyInAnyOrder(
                        new ChangedPath("a.txt", "a.txt", Status.MODIFIED, 2, 1),
                        new ChangedPath("dir/c.txt", "dir/b.txt", Status.RENAMED, 0, 0),
                        new ChangedPath("new.txt", "new.txt", Status.ADDED, 1, 0),
                        new ChangedPath("ünïcode näme.txt", "ünïcode näme.txt", Status.DELETED, 0, 1));
        assertThat(mirror.changes(base, base)).isEmpty();
    }

    @Test
    void cutsALongDiffAndSaysSo() {
        String head = upstream.commit("Second", Map.of("big.txt", "line\n".repeat(10_000)));
        ensure(head);
        assertThat(mirror.diff(base, head, 1_000_000)).contains("+++ b/big.txt").doesNotContain("was cut here");
        assertThat(mirror.diff(base, head, 500)).hasSizeLessThan(700).contains("was cut here");
    }

    @Test
    void commitsTheSameInputUnderTheSameSha() throws Exception {
        String first = commitOf("a.txt", "changed\n");
        String second = commitOf("a.txt", "changed\n");
        Mirror elsewhere = new Repositories(temporary.resolve("another")).open(upstream.url());
        elsewhere.head("");
        String third;
        try (Worktree worktree = elsewhere.worktree(base)) {
            Files.writeString(worktree.path().resolve("a.txt"), "changed\n");
            third = worktree.commit(List.of("a.txt"), META);
        }
        assertThat(second).isEqualTo(first);
        assertThat(third).isEqualTo(first);
        assertThat(mirror.changes(base, first)).extracting(ChangedPath::path).containsExactly("a.txt");
    }

    @Test
    void commitsAsGitItselfWould() {
        for (CommitMeta meta : List.of(
                META,
                new CommitMeta(
                        "Jürgen <x> Ünal", "j@example.org", Instant.EPOCH, "  Öffne es\r\n\n\n- eins\n# zwei  "))) {
            String ours = mirror.commitTree(mirror.tree(base), List.of(base), meta);
            upstream.write("message", meta.message() + "\n");
            String when = "@" + meta.when().getEpochSecond() + " +0000";
            String theirs = upstream.git(
                    "-c",
                    "user.name=" + meta.authorName(),
                    "-c",
                    "user.email=" + meta.authorEmail(),
                    "-c",
                    "alias.at=!f() { GIT_AUTHOR_DATE=\"$1\" GIT_COMMITTER_DATE=\"$1\" git commit-tree \"$2^{tree}\" -p \"$2\" -F message; }; f",
                    "at",
                    when,
                    base);
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Test
    void pushesToABareRepositoryUnderTheSameRules() throws Exception {
        upstream.git(
                "clone", "--quiet", "--bare", ".", temporary.resolve("bare.git").toString());
        Mirror bare = new Repositories(temporary.resolve("workspace"))
                .open(temporary.resolve("bare.git").toString());
        String at = bare.head("").sha();
        String change;
        try (Worktree worktree = bare.worktree(at)) {
            Files.createDirectories(worktree.path().resolve("deep/er"));
            Files.writeString(worktree.path().resolve("deep/er/new.txt"), "n\n");
            Files.delete(worktree.path().resolve("dir/b.txt"));
            change = worktree.commit(List.of("deep/er/new.txt", "dir/b.txt"), META);
        }
        assertThat(bare.push(change, "sluice/x", null)).isEqualTo(new PushResult.Pushed(change));
        assertThat(bare.push(change, "sluice/x", null)).isEqualTo(new PushResult.Pushed(change));
        assertThat(bare.push(change, "main", change)).isInstanceOf(PushResult.Moved.class);
        assertThat(bare.push(change, "sluice/x/y", null)).isInstanceOf(PushResult.Rejected.class);
        assertThat(bare.push(change, "main", at)).isEqualTo(new PushResult.Pushed(change));
        assertThat(bare.push(at, "main", at)).isInstanceOf(PushResult.Moved.class);
        assertThat(bare.head("")).isEqualTo(new Head("main", change));
        upstream.git("--git-dir=" + temporary.resolve("bare.git"), "fsck", "--strict");
        assertThat(upstream.git(
                        "--git-dir=" + temporary.resolve("bare.git"), "ls-tree", "-r", "--name-only", "-z", "main"))
                .contains("deep/er/new.txt");
    }

    @Test
    void commitsOnlyTheNamedPaths() throws Exception {
        try (Worktree worktree = mirror.worktree(base)) {
            Files.writeString(worktree.path().resolve("new.txt"), "n\n");
            Files.writeString(worktree.path().resolve("build-output.bin"), "x");
            Files.delete(worktree.path().resolve("dir/b.txt"));
            String head = worktree.commit(List.of("new.txt", "dir/b.txt"), META);
            assertThat(mirror.changes(base, head))
                    .extracting(ChangedPath::path)
                    .containsExactlyInAnyOrder("new.txt", "dir/b.txt");
        }
    }

    @Test
    void predictsACleanMergeAndAConflict() throws Exception {
        String ours = upstream.commit("Ours", Map.of("a.txt", TEN.replace("10\n", "ten\n")));
        ensure(ours);
        String clean = commitOf("a.txt", TEN.replace("1\n2\n", "one\n2\n"));
        String conflicting = commitOf("a.txt", TEN.replace("10\n", "TEN\n"));

        assertThat(mirror.merge(ours, clean))
                .isInstanceOfSatisfying(
                        MergeResult.Clean.class,
                        merged -> assertThat(mirror.read(merged.tree(), "a.txt", 100))
                                .contains("one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n"));
        assertThat(mirror.merge(ours, conflicting)).isEqualTo(new MergeResult.Conflict(List.of("a.txt")));
    }

    @Test
    void replaysAChangeOntoANewBaseEvenOneWithoutCommonHistory() throws Exception {
        String change = commitOf("a.txt", TEN.replace("1\n2\n", "one\n2\n"));
        upstream.git("checkout", "--quiet", "--orphan", "fresh");
        String unrelated =
                upstream.commit("Unrelated", Map.of("a.txt", TEN.replace("10\n", "ten\n"), "more.txt", "m\n"));
        ensure(unrelated);

        ReplayResult result = mirror.replay(change, base, unrelated, META);

        assertThat(result).isInstanceOfSatisfying(ReplayResult.Clean.class, clean -> {
            assertThat(mirror.read(clean.sha(), "a.txt", 100)).contains("one\n2\n3\n4\n5\n6\n7\n8\n9\nten\n");
            assertThat(mirror.isAncestor(unrelated, clean.sha())).isTrue();
            assertThat(mirror.changes(unrelated, clean.sha())).hasSize(1);
        });
        assertThat(mirror.replay(change, base, unrelated, META)).isEqualTo(result);
        String other = commitOf("a.txt", TEN.replace("10\n", "zehn\n"));
        assertThat(mirror.replay(other, base, unrelated, META)).isEqualTo(new ReplayResult.Conflict(List.of("a.txt")));
    }

    @Test
    void pushesABranchOnceAndAgainHarmlessly() throws Exception {
        String change = commitOf("a.txt", "changed\n");
        assertThat(mirror.push(change, "sluice/story-1", null)).isEqualTo(new PushResult.Pushed(change));
        assertThat(mirror.push(change, "sluice/story-1", null)).isEqualTo(new PushResult.Pushed(change));
        assertThat(upstream.git("rev-parse", "sluice/story-1")).isEqualTo(change);
    }

    @Test
    void doesNotPushOverABranchThatMoved() throws Exception {
        String change = commitOf("a.txt", "changed\n");
        String other = upstream.commit("Somebody else", Map.of("c.txt", "c\n"));

        assertThat(mirror.push(change, "main", base)).isInstanceOf(PushResult.Moved.class);
        assertThat(mirror.push(change, "main", null)).isInstanceOf(PushResult.Moved.class);
        assertThat(upstream.git("rev-parse", "main")).isEqualTo(other);
    }

    @Test
    void saysWhyTheRemoteRejectsAPush() throws Exception {
        upstream.git("config", "receive.denyNonFastForwards", "true");
        upstream.commit("Second", Map.of("c.txt", "c\n"));
        String second = mirror.head("").sha();
        String sideways = commitOf("a.txt", "changed\n");

        assertThat(mirror.push(sideways, "main", second))
                .isInstanceOfSatisfying(
                        PushResult.Rejected.class,
                        rejected -> assertThat(rejected.reason()).contains("non-fast-forward"));
    }

    @Test
    void overlaysPathsOfOneCommitOntoAnother() throws Exception {
        String head;
        try (Worktree worktree = mirror.worktree(base)) {
            Files.writeString(worktree.path().resolve("a.txt"), "changed\n");
            Files.writeString(worktree.path().resolve("test.txt"), "t\n");
            Files.delete(worktree.path().resolve("dir/b.txt"));
            head = worktree.commit(List.of("a.txt", "test.txt", "dir/b.txt"), META);
        }
        String mixed = mirror.overlay(base, head, List.of("test.txt", "dir/b.txt"));
        assertThat(mirror.files(mixed)).containsExactly("a.txt", "test.txt", "ünïcode näme.txt");
        assertThat(mirror.read(mixed, "a.txt", 100)).contains(TEN);
        assertThat(mirror.overlay(base, head, List.of("a.txt", "test.txt", "dir/b.txt")))
                .isEqualTo(mirror.tree(head));
    }

    @Test
    void reportsAMirrorThatDiskTookAwayAsAFaultOfTheMachine() {
        assertThatThrownBy(() -> mirror.tree("2".repeat(40)))
                .isInstanceOf(GitFailure.class)
                .hasMessageContaining("not in the mirror");
    }

    private String commitOf(String path, String text) throws Exception {
        try (Worktree worktree = mirror.worktree(base)) {
            Files.writeString(worktree.path().resolve(path), text);
            return worktree.commit(List.of(path), META);
        }
    }

    private void ensure(String sha) {
        try {
            mirror.ensure(sha);
        } catch (RepositoryUnavailable e) {
            throw new AssertionError(e);
        }
    }
}
