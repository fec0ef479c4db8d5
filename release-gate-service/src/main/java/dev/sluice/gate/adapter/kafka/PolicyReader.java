package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.PolicySnapshot;
import dev.sluice.gate.domain.PolicyInForce;
import dev.sluice.workspace.policy.PolicyReading;
import dev.sluice.workspace.policy.RepositoryPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the policy that travels with the policy role's verdict. Keeps the last ones read; for one thread. */
final class PolicyReader {

    private static final int KEPT = 256;

    private final Map<PolicySnapshot, PolicyInForce> known = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PolicySnapshot, PolicyInForce> eldest) {
            return size() > KEPT;
        }
    };

    PolicyInForce read(PolicySnapshot snapshot) {
        return known.computeIfAbsent(snapshot, PolicyReader::parse);
    }

    private static PolicyInForce parse(PolicySnapshot snapshot) {
        if (!sha256(snapshot.getContent()).equalsIgnoreCase(snapshot.getHash())) {
            return PolicyInForce.strictest(
                    snapshot.getHash(), snapshot.getSourceSha(), "its text does not have the hash that came with it");
        }
        return switch (RepositoryPolicy.read(snapshot.getContent())) {
            case PolicyReading.Valid valid -> inForce(snapshot, valid.policy());
            case PolicyReading.Malformed malformed ->
                PolicyInForce.strictest(
                        snapshot.getHash(), snapshot.getSourceSha(), Words.cut(malformed.problem(), 300));
        };
    }

    private static PolicyInForce inForce(PolicySnapshot snapshot, RepositoryPolicy policy) {
        return new PolicyInForce(
                snapshot.getHash(),
                snapshot.getSourceSha(),
                policy.autoMerge(),
                policy.firstRuns(),
                policy.maxFiles(),
                Duration.ofMinutes(policy.verdictDeadlineMinutes()),
                policy.requireSandbox(),
                policy.requesterMayApprove(),
                null);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
