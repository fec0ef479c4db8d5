package dev.sluice.reviewer.adapter.workspace;

import dev.sluice.messaging.Journal;
import dev.sluice.messaging.PermanentFailure;
import dev.sluice.messaging.TransientFailure;
import dev.sluice.reviewer.application.Prover;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.TestRun;
import dev.sluice.reviewer.domain.TouchedFile;
import dev.sluice.workspace.evidence.ChangeTests;
import dev.sluice.workspace.evidence.CheckedClaim;
import dev.sluice.workspace.evidence.FailToPass;
import dev.sluice.workspace.evidence.PassToPass;
import dev.sluice.workspace.evidence.TreeTests;
import dev.sluice.workspace.git.Mirror;
import dev.sluice.workspace.git.Repositories;
import dev.sluice.workspace.git.RepositoryUnavailable;
import dev.sluice.workspace.policy.RepositoryPolicy;
import dev.sluice.workspace.sandbox.Limits;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proves with the tests of the repository, run in the sandbox. Every run is journaled by the tree that it ran on. */
public final class SandboxProver implements Prover {

    private final Repositories repositories;
    private final Journal journal;
    private final Limits limits;
    private final Semaphore places;

    /** @param testsAtOnce how many test runs there may be at once */
    public SandboxProver(Repositories repositories, Journal journal, Limits limits, int testsAtOnce) {
        this.repositories = repositories;
        this.journal = journal;
        this.limits = limits;
        this.places = new Semaphore(testsAtOnce);
    }

    @Override
    public Proofs prove(Candidate candidate, Patch patch, String causeId) {
        return Machinery.run(() -> {
            Mirror mirror = open(candidate);
            RepositoryPolicy policy =
                    RepositoryPolicy.read(patch.policy().content()).policy();
            String head = candidate.headSha();
            TreeTests tests = ChangeTests.of(
                    mirror, candidate.baseSha(), policy, limits, places, new JournalMemory(journal), causeId);
            String builtOn = mirror.mergeBase(candidate.baseSha(), head).orElse(candidate.baseSha());
            Set<String> testPaths = testPaths(patch);
            return new Proofs(
                    RunMapper.toDomain(tests.run(mirror.tree(head))),
                    mergeResult(patch, tests),
                    proof(FailToPass.check(mirror, builtOn, head, testPaths::contains, tests)),
                    proof(PassToPass.check(mirror, builtOn, head, tests)));
        });
    }

    private Mirror open(Candidate candidate) {
        try {
            Mirror mirror = repositories.open(candidate.repositoryUrl());
            mirror.ensure(candidate.baseSha(), candidate.headSha());
            return mirror;
        } catch (RepositoryUnavailable e) {
            throw e.transientFailure()
                    ? new TransientFailure(e.explanation(), e)
                    : new PermanentFailure(e.explanation(), e);
        }
    }

    private static @Nullable TestRun mergeResult(Patch patch, TreeTests tests) {
        return patch.mergeTree() == null ? null : RunMapper.toDomain(tests.run(patch.mergeTree()));
    }

    private static Set<String> testPaths(Patch patch) {
        return patch.files().stream()
                .filter(TouchedFile::test)
                .flatMap(file -> Stream.of(file.path(), file.oldPath()))
                .collect(Collectors.toSet());
    }

    private static MachineProof proof(CheckedClaim claim) {
        return new MachineProof(
                MachineProof.Result.valueOf(claim.outcome().name()),
                claim.detail(),
                claim.tests(),
                claim.run() == null ? null : RunMapper.toDomain(claim.run()));
    }
}
