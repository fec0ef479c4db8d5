package dev.sluice.workspace.git;

import dev.sluice.workspace.git.GitCommand.Result;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bare copy of one repository. Commits are named by full SHA and are brought here from the remote when they are
 * absent. Safe for concurrent use. {@link RepositoryUnavailable} is about the remote, {@link GitFailure} about this machine.
 */
public final class Mirror {

    private final Remote remote;
    private final GitEnvironment environment;
    private final Worktrees worktrees;

    Mirror(Remote remote, GitEnvironment environment, Worktrees worktrees) {
        this.remote = remote;
        this.environment = environment;
        this.worktrees = worktrees;
    }

    /** The remote's address, as opened. */
    public String url() {
        return remote.url();
    }

    /** Brings every branch of the remote here. Rarely needed: {@link #ensure} brings single commits. */
    public void fetch() throws RepositoryUnavailable {
        remote.fetchAll();
    }

    /**
     * The tip of a branch as the remote has it now; its commit is here afterwards.
     *
     * @param branch short name, or empty for the default branch
     */
    public Head head(String branch) throws RepositoryUnavailable {
        Head head = remote.head(branch);
        remote.fetchBranch(head);
        return head;
    }

    /** Makes sure that these commits are here. */
    public void ensure(String... shas) throws RepositoryUnavailable {
        for (String sha : shas) {
            remote.ensure(Names.sha(sha));
        }
    }

    /** Whether the commit is here; the remote is not asked. */
    public boolean has(String sha) {
        return remote.has(Names.sha(sha));
    }

    /** SHA of a commit's tree. */
    public String tree(String sha) {
        return remote.objects().tree(Names.sha(sha));
    }

    /**
     * The text of a file at a commit or tree, absent when there is no such regular file. Longer files are cut.
     *
     * @param maxBytes how much to read at most
     */
    public Optional<String> read(String sha, String path, int maxBytes) {
        return remote.objects().read(Names.sha(sha), Names.path(path), maxBytes);
    }

    /** Every file of a commit or tree, submodules excepted. */
    public List<String> files(String sha) {
        return remote.objects().files(Names.sha(sha));
    }

    /** What differs between two commits or trees; renames are detected. */
    public List<ChangedPath> changes(String base, String head) {
        return DiffReader.read(git(
                        "diff-tree",
                        "-r",
                        "-z",
                        "-M",
                        "--raw",
                        "--numstat",
                        "--no-ext-diff",
                        "--no-textconv",
                        Names.sha(base),
                        Names.sha(head))
                .text());
    }

    /** The difference as a unified diff, cut after {@code maxChars} with a note. */
    public String diff(String base, String head, int maxChars) {
        Result result = git(
                        "diff-tree",
                        "-r",
                        "-p",
                        "-M",
                        "--no-ext-diff",
                        "--no-textconv",
                        "--no-color",
                        "--full-index",
                        Names.sha(base),
                        Names.sha(head))
                .maxOutput(maxChars < Integer.MAX_VALUE / 4 ? maxChars * 4 : Integer.MAX_VALUE)
                .ok();
        String text = result.text();
        return text.length() <= maxChars && !result.truncated()
                ? text
                : text.substring(0, Math.min(text.length(), maxChars)) + "\n[… the diff is longer than " + maxChars
                        + " characters and was cut here]\n";
    }

    /** Where two commits parted, if they share history. */
    public Optional<String> mergeBase(String one, String other) {
        Result result = git("merge-base", Names.sha(one), Names.sha(other)).run();
        return result.exit() == 0 ? Optional.of(result.text().strip()) : Optional.empty();
    }

    /** Whether {@code older} is {@code newer} or one of its ancestors. */
    public boolean isAncestor(String older, String newer) {
        return git("merge-base", "--is-ancestor", Names.sha(older), Names.sha(newer))
                        .run()
                        .exit()
                == 0;
    }

    /** What merging {@code head} into {@code base} gives. Touches no branch and no worktree. */
    public MergeResult merge(String base, String head) {
        Result result = git(
                        "merge-tree",
                        "--write-tree",
                        "--name-only",
                        "--no-messages",
                        "-z",
                        Names.sha(base),
                        Names.sha(head))
                .run();
        List<String> lines = List.of(result.text().split("\0"));
        if (result.exit() == 0) {
            return new MergeResult.Clean(lines.getFirst().strip());
        }
        if (result.exit() == 1) {
            return new MergeResult.Conflict(lines.stream()
                    .skip(1)
                    .filter(path -> !path.isBlank())
                    .distinct()
                    .toList());
        }
        throw new GitFailure("git merge-tree failed (" + result.exit() + "): " + result.errors());
    }

    /** A commit of a tree. Deterministic: equal arguments, equal SHA. It is on no branch until it is pushed. */
    public String commitTree(String tree, List<String> parents, CommitMeta meta) {
        String sha = remote.objects()
                .commit(Names.sha(tree), parents.stream().map(Names::sha).toList(), meta);
        remote.remember(sha);
        return sha;
    }

    /** Puts what {@code head} changes since {@code oldBase} onto {@code newBase}, as one commit. */
    public ReplayResult replay(String head, String oldBase, String newBase, CommitMeta meta) {
        // Two commits whose only common ancestor is the old base: git then merges against exactly that.
        String ours = commitTree(tree(newBase), List.of(oldBase), meta);
        String theirs = commitTree(tree(head), List.of(oldBase), meta);
        return switch (merge(ours, theirs)) {
            case MergeResult.Conflict conflict -> new ReplayResult.Conflict(conflict.paths());
            case MergeResult.Clean clean ->
                new ReplayResult.Clean(commitTree(clean.tree(), List.of(newBase), meta), clean.tree());
        };
    }

    /**
     * Puts a commit on a branch of the remote if the branch is where the caller believes it to be. Saying it again is
     * harmless.
     *
     * @param expectedOld SHA the branch must be at, or null when it must not exist yet
     */
    public PushResult push(String sha, String branch, @Nullable String expectedOld) throws RepositoryUnavailable {
        return remote.push(Names.sha(sha), branch, expectedOld == null ? "" : Names.sha(expectedOld));
    }

    /**
     * Shows a text as a blob at {@code refs/sluice/<name>} of the remote, in place of an earlier one, for example a
     * commit's status. Read it with {@code git cat-file -p}. Saying it again is harmless.
     */
    public PushResult mark(String name, String text) throws RepositoryUnavailable {
        String blob = git("hash-object", "-w", "--stdin").input(text).text().strip();
        return remote.mark(blob, "refs/sluice/" + Names.branch(name));
    }

    /** A directory with the files of a commit or tree. Close it to delete it. */
    public Worktree worktree(String sha) {
        return worktrees.create(this, Names.sha(sha));
    }

    /**
     * The tree of {@code base} with these paths as {@code source} has them: changed, added or, where {@code source} has
     * none, removed.
     */
    public String overlay(String base, String source, Collection<String> paths) {
        return worktrees.overlay(this, Names.sha(base), Names.sha(source), paths);
    }

    GitCommand git(String... arguments) {
        return new GitCommand(environment.local(), remote.gitDirectory(), arguments);
    }
}
