package dev.sluice.developer.adapter.workspace;

import dev.sluice.developer.application.Workbench;
import dev.sluice.developer.domain.Repository;
import dev.sluice.messaging.Journal;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.workspace.evidence.ChangeTests;
import dev.sluice.workspace.git.Head;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.git.RepositoryUnavailable;
import dev.sluice.workspace.policy.PolicyReading;
import dev.sluice.workspace.policy.RepositoryPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Opens repositories through mirrors. The base of a cause is journaled, so that a redelivery works on the same one. */
public final class GitWorkbench implements Workbench {

    private static final int POLICY = 64 * 1024;

    private final Repositories repositories;
    private final Journal journal;
    private final BenchSettings settings;
    private final Clock clock;
    private final Semaphore places;

    public GitWorkbench(Repositories repositories, Journal journal, BenchSettings settings, Clock clock) {
        this.repositories = repositories;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.testsAtOnce());
    }

    @Override
    public Opening open(Repository repository, String causeId) {
        return Machinery.run(() -> {
            try {
                Mirror mirror = repositories.open(repository.url());
                return open(mirror, base(mirror, repository.baseBranch(), causeId), causeId);
            } catch (RepositoryUnavailable e) {
                return refused(e, causeId);
            }
        });
    }

    private Opening open(Mirror mirror, String baseSha, String causeId) {
        String text = mirror.read(baseSha, RepositoryPolicy.PATH, POLICY).orElse("");
        return switch (RepositoryPolicy.read(text)) {
            case PolicyReading.Malformed malformed ->
                new Opening.Refused(
                        malformed.problem() + " Nothing is written for this repository until its policy can be read.");
            case PolicyReading.Valid valid ->
                new Opening.Opened(new GitBench(
                        mirror,
                        baseSha,
                        valid.policy(),
                        ChangeTests.of(
                                mirror,
                                baseSha,
                                valid.policy(),
                                settings.limits(),
                                places,
                                new JournalMemory(journal),
                                causeId),
                        settings));
        };
    }

    private String base(Mirror mirror, String branch, String causeId) throws RepositoryUnavailable {
        Optional<Base> known = journal.find(causeId, "base", Base.class);
        if (known.isPresent()) {
            mirror.ensure(known.get().sha());
            return known.get().sha();
        }
        Head head = mirror.head(branch);
        Base base = journal.record(causeId, "base", Base.class, new Base(head.sha()));
        mirror.ensure(base.sha());
        return base.sha();
    }

    /** What may pass by itself is tried again for a while; after that it is an answer like any other. */
    private Opening refused(RepositoryUnavailable failure, String causeId) {
        if (failure.transientFailure()) {
            Since since = journal.once(causeId, "unreachable", Since.class, () -> new Since(clock.instant()));
            if (clock.instant().isBefore(since.at().plus(settings.patience()))) {
                throw new TransientFailure(failure.explanation(), failure);
            }
        }
        return new Opening.Refused(failure.explanation());
    }

    record Base(String sha) {}

    record Since(Instant at) {}
}
