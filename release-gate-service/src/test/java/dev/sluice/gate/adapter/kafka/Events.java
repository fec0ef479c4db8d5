package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.ChangedFile;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.events.Evidence;
import dev.sluice.events.Isolation;
import dev.sluice.events.PolicySnapshot;
import dev.sluice.events.Proof;
import dev.sluice.events.ProofOutcome;
import dev.sluice.events.Provenance;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Risk;
import dev.sluice.events.TestOutcome;
import dev.sluice.events.TestReport;
import dev.sluice.events.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events about a change that the gate would approve. */
public final class Events {

    public static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    public static final String BASE = "b".repeat(40);
    public static final String HEAD = "a".repeat(40);
    public static final String TREE = "7".repeat(40);
    public static final String POLICY = "autoMerge: true\nfirstRuns: 0\n";

    private Events() {}

    public static CodeGenerated change(String changeId) {
        return change(changeId, "/repos/a.git", BASE, HEAD);
    }

    public static CodeGenerated change(String changeId, String repository, String base, String head) {
        return CodeGenerated.newBuilder()
                .setChangeId(changeId)
                .setStoryId("r1/S1")
                .setRequirementId("r1")
                .setOrigin(ChangeOrigin.STORY)
                .setRepository(new RepositoryRef(repository, "main"))
                .setOutcome(CodeOutcome.READY)
                .setBaseSha(base)
                .setHeadSha(head)
                .setBranch("sluice/" + changeId)
                .setTestReport(passed())
                .setProvenance(Provenance.newBuilder()
                        .setProducer("developer-agent-service")
                        .setRequestedBy(new Actor("mia", ActorKind.PERSON, null))
                        .build())
                .setGeneratedAt(AT)
                .build();
    }

    public static CodeGenerated failed(String changeId, CodeOutcome outcome, @Nullable String failure) {
        CodeGenerated event = change(changeId);
        event.setOutcome(outcome);
        event.setHeadSha(null);
        event.setBranch(null);
        event.setTestReport(null);
        event.setFailure(failure);
        return event;
    }

    public static Stream<ReviewCompleted> verdicts(String changeId) {
        return Stream.of(
                        ReviewRole.STORY_ALIGNMENT, ReviewRole.TEST_QUALITY, ReviewRole.ARCHITECTURE, ReviewRole.POLICY)
                .map(role -> verdict(changeId, role));
    }

    public static ReviewCompleted verdict(String changeId, ReviewRole role) {
        return verdict(changeId, role, Verdict.APPROVE, BASE, HEAD, TREE);
    }

    public static ReviewCompleted verdict(
            String changeId, ReviewRole role, Verdict verdict, String base, String head, @Nullable String tree) {
        boolean person = role == ReviewRole.HUMAN;
        return ReviewCompleted.newBuilder()
                .setReviewId(changeId + "-" + role + "-" + verdict)
                .setChangeId(changeId)
                .setStoryId("r1/S1")
                .setRequirementId("r1")
                .setRole(role)
                .setReviewer(new Actor(
                        person ? "noa" : role.name().toLowerCase(Locale.ROOT),
                        person ? ActorKind.PERSON : ActorKind.AGENT,
                        null))
                .setVerdict(verdict)
                .setRisk(Risk.LOW)
                .setSummary("Looks right.")
                .setEvidence(role == ReviewRole.TEST_QUALITY || role == ReviewRole.POLICY ? evidence(1) : null)
                .setPolicy(role == ReviewRole.POLICY ? policy(POLICY, base) : null)
                .setBaseSha(base)
                .setHeadSha(head)
                .setMergeTree(tree)
                .setCompletedAt(AT)
                .build();
    }

    public static PolicySnapshot policy(String content, String sha) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new PolicySnapshot(HexFormat.of().formatHex(hash), content, sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Evidence evidence(int layer) {
        return Evidence.newBuilder()
                .setFailToPass(new Proof(ProofOutcome.PROVEN, "1 new test fails on the base", List.of(), null))
                .setPassToPass(new Proof(ProofOutcome.PROVEN, "", List.of(), null))
                .setHead(passed())
                .setMergeResult(null)
                .setFiles(List.of(
                        new ChangedFile("src/A.java", "MODIFIED", 1, 0, false),
                        new ChangedFile("test/ATest.java", "MODIFIED", 1, 0, true)))
                .setLayer(layer)
                .setLayerReason("")
                .setProtectedPaths(List.of())
                .build();
    }

    public static TestReport passed() {
        return new TestReport(
                TestOutcome.PASSED, "mvn test", "maven", 3, 3, 0, 0, 100L, Isolation.BUBBLEWRAP, List.of(), "");
    }
}
