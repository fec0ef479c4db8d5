package dev.sluice.gate.adapter.forge;

import dev.sluice.gate.application.CommitStatus;
import dev.sluice.gate.application.Forge;
import dev.sluice.gate.application.MergeAnswer;
import dev.sluice.gate.application.MergeAnswer.BaseChanged;
import dev.sluice.gate.application.MergeAnswer.Conflict;
import dev.sluice.gate.application.MergeAnswer.HeadChanged;
import dev.sluice.gate.application.MergeAnswer.Merged;
import dev.sluice.gate.application.MergeAnswer.Refused;
import dev.sluice.gate.application.MergeOrder;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.workspace.git.GitFailure;
import dev.sluice.workspace.git.Head;
import dev.sluice.workspace.git.MergeResult;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.PushResult;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.git.RepositoryUnavailable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Any git repository that we may push to, without the interface of a hosting service. The merge commit follows from the
 * order alone, so a repeat recognises it; the push names the base it replaces, so of two racing merges one lands.
 */
public final class LocalForge implements Forge {

    private static final Logger LOG = LoggerFactory.getLogger(LocalForge.class);

    private final Repositories repositories;
    private final List<Lock> locks =
            Stream.generate(ReentrantLock::new).limit(64).map(Lock.class::cast).toList();

    public LocalForge(Repositories repositories) {
        this.repositories = repositories;
    }

    @Override
    public MergeAnswer merge(MergeOrder order) {
        Lock lock = locks.get(Math.floorMod((order.repository() + "\n" + order.baseBranch()).hashCode(), locks.size()));
        lock.lock();
        try {
            return land(order);
        } catch (RepositoryUnavailable e) {
            if (e.transientFailure()) {
                throw new TransientFailure(e.explanation(), e);
            }
            return new Refused(e.explanation());
        } catch (IllegalArgumentException e) {
            return new Refused(e.getMessage() + " Submit the change again with names that git accepts.");
        } catch (GitFailure | UncheckedIOException e) {
            throw new TransientFailure(
                    "The gate's own copy of " + order.repository() + " failed: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private MergeAnswer land(MergeOrder order) throws RepositoryUnavailable {
        Mirror mirror = repositories.open(order.repository());
        Head base = mirror.head(order.baseBranch());
        if (!present(mirror, order.headSha())) {
            return new HeadChanged(branch(mirror, order.branch()).map(Head::sha).orElse(null));
        }
        if (!present(mirror, order.baseSha())) {
            return new BaseChanged(base.sha());
        }
        MergeResult result = mirror.merge(order.baseSha(), order.headSha());
        if (result instanceof MergeResult.Clean clean) {
            return land(mirror, order, base, clean.tree());
        }
        return moved(mirror, order, base).orElseGet(() -> new Conflict(((MergeResult.Conflict) result).paths()));
    }

    private MergeAnswer land(Mirror mirror, MergeOrder order, Head base, String tree) throws RepositoryUnavailable {
        String commit = mirror.commitTree(tree, List.of(order.baseSha(), order.headSha()), MergeMessage.of(order));
        if (mirror.isAncestor(commit, base.sha())) {
            return new Merged(commit, tree);
        }
        Optional<MergeAnswer> moved = moved(mirror, order, base);
        if (moved.isPresent()) {
            return moved.get();
        }
        String evaluated = order.evaluatedTree();
        if (evaluated != null && !evaluated.equals(tree)) {
            return new Refused("Merging would give tree " + tree + ", but the reviewers judged " + evaluated
                    + ". Run the gate and the reviewers with the same version of git, then submit the change again.");
        }
        return switch (mirror.push(commit, base.branch(), order.baseSha())) {
            case PushResult.Pushed pushed -> new Merged(commit, tree);
            case PushResult.Moved away ->
                lookAgain(mirror, order, commit, tree).orElseThrow(() -> stuck(order, away.detail()));
            case PushResult.Rejected no -> {
                Optional<MergeAnswer> race = lookAgain(mirror, order, commit, tree);
                if (race.isEmpty() && no.reason().contains("cannot lock ref")) {
                    throw stuck(order, no.reason());
                }
                yield race.orElseGet(() -> new Refused(PushAdvice.on(no.reason(), base.branch())));
            }
        };
    }

    /** After a push that was not taken: did our merge land after all, or another one first? */
    private static Optional<MergeAnswer> lookAgain(Mirror mirror, MergeOrder order, String commit, String tree)
            throws RepositoryUnavailable {
        String now = mirror.head(order.baseBranch()).sha();
        if (now.equals(order.baseSha())) {
            return Optional.empty();
        }
        return Optional.of(mirror.isAncestor(commit, now) ? new Merged(commit, tree) : new BaseChanged(now));
    }

    private static TransientFailure stuck(MergeOrder order, String detail) {
        return new TransientFailure(
                "Another push to " + order.repository() + " is in the way; it is tried again. " + detail, null);
    }

    private static Optional<MergeAnswer> moved(Mirror mirror, MergeOrder order, Head base)
            throws RepositoryUnavailable {
        if (!base.sha().equals(order.baseSha())) {
            return Optional.of(new BaseChanged(base.sha()));
        }
        String head = branch(mirror, order.branch()).map(Head::sha).orElse(null);
        return order.headSha().equals(head) ? Optional.empty() : Optional.of(new HeadChanged(head));
    }

    private static Optional<Head> branch(Mirror mirror, String branch) throws RepositoryUnavailable {
        try {
            return Optional.of(mirror.head(branch));
        } catch (RepositoryUnavailable e) {
            if (e.kind() == RepositoryUnavailable.Kind.NO_SUCH_BRANCH) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean present(Mirror mirror, String sha) throws RepositoryUnavailable {
        try {
            mirror.ensure(sha);
            return true;
        } catch (RepositoryUnavailable e) {
            if (e.kind() == RepositoryUnavailable.Kind.NO_SUCH_COMMIT) {
                return false;
            }
            throw e;
        }
    }

    /** One line each at {@code refs/sluice/status/<commit>}. A courtesy: what does not take them still gets its merge. */
    @Override
    public void show(String repository, String commit, List<CommitStatus> statuses) {
        String text = statuses.stream()
                .map(status -> status.context() + "\t" + status.state().name().toLowerCase(Locale.ROOT) + "\t"
                        + status.description() + "\n")
                .collect(Collectors.joining());
        try {
            if (repositories.open(repository).mark("status/" + commit, text) instanceof PushResult.Rejected no) {
                LOG.atWarn().addKeyValue("why", no.reason()).log("No statuses shown");
            }
        } catch (RepositoryUnavailable e) {
            if (e.transientFailure()) {
                throw new TransientFailure(e.explanation(), e);
            }
            LOG.atWarn().addKeyValue("why", e.explanation()).log("No statuses shown");
        } catch (IllegalArgumentException e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("No statuses shown");
        } catch (GitFailure | UncheckedIOException e) {
            throw new TransientFailure("The gate's own copy of " + repository + " failed: " + e.getMessage(), e);
        }
    }
}
