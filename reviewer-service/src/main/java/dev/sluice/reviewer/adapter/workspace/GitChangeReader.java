package dev.sluice.reviewer.adapter.workspace;

import dev.sluice.messaging.TransientFailure;
import dev.sluice.reviewer.application.ChangeReader;
import dev.sluice.reviewer.domain.AddedLines;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.PolicyRules;
import dev.sluice.reviewer.domain.TouchedFile;
import dev.sluice.workspace.PathPatterns;
import dev.sluice.workspace.Yaml;
import dev.sluice.workspace.git.ChangedPath;
import dev.sluice.workspace.git.MergeResult;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.git.RepositoryUnavailable;
import dev.sluice.workspace.git.Worktree;
import dev.sluice.workspace.policy.RepositoryPolicy;
import dev.sluice.workspace.stack.StackProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads changes through mirrors. What is judged is what would land: the difference between the base and the merge result. */
public final class GitChangeReader implements ChangeReader {

    private static final int KEPT = 32;
    private static final int LONGEST_DIFF = 2_000_000;

    private final Repositories repositories;
    private final int shownCharacters;
    private final RecentResults<String, Reading> readings = new RecentResults<>(KEPT);
    private final RecentResults<String, BaseFacts> bases = new RecentResults<>(KEPT);

    /** @param shownCharacters how much of a diff a model is shown */
    public GitChangeReader(Repositories repositories, int shownCharacters) {
        this.repositories = repositories;
        this.shownCharacters = shownCharacters;
    }

    @Override
    public Reading read(Candidate candidate) {
        String key = candidate.repositoryUrl() + "\n" + candidate.baseSha() + "\n" + candidate.headSha();
        return readings.get(key, () -> Machinery.run(() -> readNow(candidate)));
    }

    private Reading readNow(Candidate candidate) {
        try {
            Mirror mirror = repositories.open(candidate.repositoryUrl());
            mirror.ensure(candidate.baseSha(), candidate.headSha());
            String base = candidate.baseSha();
            BaseFacts facts = bases.get(mirror.url() + "\n" + base, () -> BaseFacts.read(mirror, base));
            return new Reading.Readable(patch(mirror, base, candidate.headSha(), facts));
        } catch (RepositoryUnavailable e) {
            if (e.transientFailure()) {
                throw new TransientFailure(e.explanation(), e);
            }
            return new Reading.Unreadable(e.explanation());
        }
    }

    private Patch patch(Mirror mirror, String base, String head, BaseFacts facts) {
        return switch (mirror.merge(base, head)) {
            case MergeResult.Clean clean ->
                patch(mirror, base, clean.tree(), Optional.of(clean.tree()), List.of(), facts);
            case MergeResult.Conflict conflict ->
                patch(
                        mirror,
                        mirror.mergeBase(base, head).orElse(base),
                        head,
                        Optional.empty(),
                        conflict.paths(),
                        facts);
        };
    }

    private Patch patch(
            Mirror mirror,
            String from,
            String to,
            Optional<String> mergeTree,
            List<String> conflicts,
            BaseFacts facts) {
        List<ChangedPath> changes = mirror.changes(from, to);
        Predicate<String> tests = tests(mirror, to, facts);
        String diff = mirror.diff(from, to, LONGEST_DIFF);
        boolean cut = diff.length() > shownCharacters;
        return new Patch(
                cut ? diff.substring(0, shownCharacters) + "\n[the rest of the diff is not shown]\n" : diff,
                cut,
                changes.stream().map(change -> file(change, tests)).toList(),
                AddedLines.of(diff),
                mergeTree.orElse(null),
                conflicts,
                facts.text(),
                rules(changes, facts),
                facts.earlierReleases());
    }

    private static Predicate<String> tests(Mirror mirror, String tree, BaseFacts facts) {
        try (Worktree worktree = mirror.worktree(tree)) {
            return StackProfile.detect(worktree.path(), facts.stackOverride())::isTest;
        } catch (Yaml.Malformed e) {
            return path -> false;
        }
    }

    private static TouchedFile file(ChangedPath change, Predicate<String> tests) {
        return new TouchedFile(
                change.path(),
                change.oldPath(),
                TouchedFile.Status.valueOf(change.status().name()),
                change.added(),
                change.removed(),
                tests.test(change.path()));
    }

    private static PolicyRules rules(List<ChangedPath> changes, BaseFacts facts) {
        RepositoryPolicy policy = facts.policy();
        PathPatterns allowed = PathPatterns.exact(policy.allowedPaths());
        List<String> paths = changes.stream()
                .flatMap(change -> Stream.of(change.oldPath(), change.path()))
                .distinct()
                .toList();
        return new PolicyRules(
                policy.maxFiles(),
                paths.stream().filter(path -> !allowed.matches(path)).toList(),
                paths.stream().filter(policy::isProtected).toList(),
                paths.stream().filter(facts.owners()::owns).toList());
    }
}
