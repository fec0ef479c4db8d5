package dev.sluice.developer.adapter.workspace;

import dev.sluice.developer.application.Bench;
import dev.sluice.developer.domain.ContextSelection;
import dev.sluice.developer.domain.Excerpt;
import dev.sluice.developer.domain.Limits;
import dev.sluice.developer.domain.StoryText;
import dev.sluice.developer.domain.TestRun;
import dev.sluice.workspace.edits.EditResult;
import dev.sluice.workspace.edits.EditRules;
import dev.sluice.workspace.edits.EditSet;
import dev.sluice.workspace.evidence.TreeTests;
import dev.sluice.workspace.git.ChangedPath;
import dev.sluice.workspace.git.CommitMeta;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.ReplayResult;
import dev.sluice.workspace.git.RepositoryUnavailable;
import dev.sluice.workspace.git.Worktree;
import dev.sluice.workspace.policy.RepositoryPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A worktree of the base. Tests run on the tree that it would commit, in a worktree of their own. */
final class GitBench implements Bench {

    private static final int PATHS_SHOWN = 400;
    private static final int FILES_AT_MOST = 500;

    private final Mirror mirror;
    private final String baseSha;
    private final RepositoryPolicy policy;
    private final TreeTests tests;
    private final BenchSettings settings;
    private final Set<String> written = new TreeSet<>();

    private @Nullable Worktree worktree;
    private String tree;

    GitBench(Mirror mirror, String baseSha, RepositoryPolicy policy, TreeTests tests, BenchSettings settings) {
        this.mirror = mirror;
        this.baseSha = baseSha;
        this.policy = policy;
        this.tests = tests;
        this.settings = settings;
        this.tree = mirror.tree(baseSha);
    }

    @Override
    public String baseSha() {
        return baseSha;
    }

    @Override
    public Limits limits() {
        return new Limits(policy.fixAttempts(), policy.allowedPaths(), policy.protectedPaths());
    }

    @Override
    public List<String> paths() {
        List<String> paths = Machinery.run(() -> RepositoryFiles.paths(files().path()));
        return paths.size() <= PATHS_SHOWN ? paths : paths.subList(0, PATHS_SHOWN);
    }

    @Override
    public List<Excerpt> context(StoryText story) {
        return Machinery.run(() ->
                ContextSelection.select(story, RepositoryFiles.texts(files().path()), settings.contextCharacters()));
    }

    @Override
    public List<Excerpt> show(StoryText story, List<String> paths) {
        return Machinery.run(() -> ContextSelection.show(
                story,
                paths.stream()
                        .map(path -> RepositoryFiles.text(files().path(), path))
                        .flatMap(Optional::stream)
                        .toList(),
                settings.contextCharacters()));
    }

    @Override
    public Application apply(String reply) {
        return Machinery.run(() -> {
            EditSet edits = EditSet.parse(reply);
            EditResult result = edits.apply(files().path(), rules());
            if (result instanceof EditResult.Refused && !written.isEmpty()) {
                result = startAgain(edits).orElse(result);
            }
            return switch (result) {
                case EditResult.Refused refused -> new Application.Refused(refused.explanation());
                case EditResult.Applied applied -> applied(applied.changedPaths());
            };
        });
    }

    @Override
    public TestRun test() {
        return Machinery.run(() -> RunMapper.toDomain(tests.run(tree)));
    }

    @Override
    public String commit(String message, Instant at) {
        return Machinery.run(() -> files().commit(written, meta(message, at)));
    }

    @Override
    public Replay replay(String headSha, String formerBaseSha, String message, Instant at) {
        return Machinery.run(() -> {
            try {
                mirror.ensure(headSha, formerBaseSha);
            } catch (RepositoryUnavailable e) {
                return new Replay.Conflict(List.of("(the commit " + headSha + " is gone: " + e.explanation() + ")"));
            }
            return switch (mirror.replay(headSha, formerBaseSha, baseSha, meta(message, at))) {
                case ReplayResult.Conflict conflict -> new Replay.Conflict(conflict.paths());
                case ReplayResult.Clean clean -> {
                    boolean contained = clean.tree().equals(mirror.tree(baseSha));
                    tree = clean.tree();
                    yield contained ? new Replay.Contained() : new Replay.Replayed(clean.sha());
                }
            };
        });
    }

    @Override
    public Push push(String headSha, String branch, String storyId) {
        return Machinery.run(() -> BranchPush.push(mirror, headSha, branch, storyId));
    }

    @Override
    public void close() {
        if (worktree != null) {
            worktree.close();
        }
    }

    /** Edits that do not fit what was written before, but all fit the base, were meant to replace it. */
    private Optional<EditResult> startAgain(EditSet edits) {
        Worktree fresh = mirror.worktree(baseSha);
        EditResult result = edits.apply(fresh.path(), rules());
        if (result instanceof EditResult.Refused) {
            fresh.close();
            return Optional.empty();
        }
        files().close();
        worktree = fresh;
        written.clear();
        return Optional.of(result);
    }

    private Application applied(List<String> paths) {
        written.addAll(paths);
        tree = files().tree(written);
        List<String> changed =
                mirror.changes(baseSha, tree).stream().map(ChangedPath::path).toList();
        return changed.isEmpty() ? new Application.Unchanged() : new Application.Changed(changed);
    }

    private Worktree files() {
        if (worktree == null) {
            worktree = mirror.worktree(baseSha);
        }
        return worktree;
    }

    /** More files than the policy's maxFiles are no reason to throw work away: people decide about such a change. */
    private EditRules rules() {
        return EditRules.of(policy.allowedPaths(), policy.protectedPaths(), Math.max(FILES_AT_MOST, policy.maxFiles()));
    }

    private CommitMeta meta(String message, Instant at) {
        return new CommitMeta(settings.authorName(), settings.authorEmail(), at, message);
    }
}
