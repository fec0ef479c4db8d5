package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.ChangedFile;
import dev.sluice.events.Evidence;
import dev.sluice.events.PolicySnapshot;
import dev.sluice.events.Proof;
import dev.sluice.events.ProofOutcome;
import dev.sluice.reviewer.domain.Layer;
import dev.sluice.reviewer.domain.MachineProof;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.PolicyText;
import dev.sluice.reviewer.domain.Proofs;
import dev.sluice.reviewer.domain.TouchedFile;
import org.jspecify.annotations.Nullable;

/** Evidence and policy as they occur inside {@code review.completed}. */
final class EvidenceMapper {

    private EvidenceMapper() {}

    static Evidence toWire(Patch patch, @Nullable Proofs proofs) {
        Layer layer = Layer.of(patch.files(), patch.rules());
        Evidence.Builder evidence = Evidence.newBuilder()
                .setFiles(patch.files().stream().map(EvidenceMapper::file).toList())
                .setLayer(layer.number())
                .setLayerReason(layer.reason())
                .setProtectedPaths(patch.rules().protectedPaths())
                .setEarlierReleases(patch.earlierReleases());
        if (proofs != null) {
            evidence.setHead(TestRunMapper.toWire(proofs.head()))
                    .setMergeResult(TestRunMapper.toWireOrNull(proofs.mergeResult()))
                    .setFailToPass(proof(proofs.failToPass()))
                    .setPassToPass(proof(proofs.passToPass()));
        }
        return evidence.build();
    }

    static PolicySnapshot toWire(PolicyText policy) {
        return new PolicySnapshot(policy.hash(), policy.content(), policy.sourceSha());
    }

    private static Proof proof(MachineProof proof) {
        return Proof.newBuilder()
                .setOutcome(ProofOutcome.valueOf(proof.result().name()))
                .setDetail(proof.detail())
                .setTests(proof.tests())
                .setReport(TestRunMapper.toWireOrNull(proof.run()))
                .build();
    }

    private static ChangedFile file(TouchedFile file) {
        return new ChangedFile(file.path(), file.status().name(), file.added(), file.removed(), file.test());
    }
}
