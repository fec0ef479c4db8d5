package dev.sluice.reviewer.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ActorKind;
import dev.sluice.events.Finding;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Risk;
import dev.sluice.events.Severity;
import dev.sluice.events.Verdict;
import dev.sluice.reviewer.domain.Candidate;
import dev.sluice.reviewer.domain.Conclusion;
import dev.sluice.reviewer.domain.Patch;
import dev.sluice.reviewer.domain.Remark;
import dev.sluice.reviewer.domain.RemarkIds;
import dev.sluice.reviewer.domain.Review;
import dev.sluice.reviewer.domain.Role;
import java.util.List;
import java.util.stream.IntStream;

/** {@code review.completed}. */
final class ReviewMapper {

    private ReviewMapper() {}

    static ReviewCompleted toWire(Review review, String reviewId) {
        Candidate candidate = review.candidate();
        Conclusion conclusion = review.conclusion();
        Patch patch = review.patch();
        boolean carriesEvidence = review.role() == Role.POLICY || review.role() == Role.TEST_QUALITY;
        return ReviewCompleted.newBuilder()
                .setReviewId(reviewId)
                .setChangeId(candidate.changeId())
                .setStoryId(candidate.storyId())
                .setRequirementId(candidate.requirementId())
                .setRole(ReviewRole.valueOf(review.role().name()))
                .setReviewer(reviewer(review.role()))
                .setVerdict(Verdict.valueOf(conclusion.verdict().name()))
                .setRisk(Risk.valueOf(conclusion.risk().name()))
                .setSummary(conclusion.summary())
                .setFindings(findings(review))
                .setEvidence(patch != null && carriesEvidence ? EvidenceMapper.toWire(patch, review.proofs()) : null)
                .setPolicy(patch != null && review.role() == Role.POLICY ? EvidenceMapper.toWire(patch.policy()) : null)
                .setBaseSha(candidate.baseSha())
                .setHeadSha(candidate.headSha())
                .setMergeTree(patch == null ? null : patch.mergeTree())
                .setModel(review.model())
                .setPromptVersion(review.promptVersion())
                .setFailure(conclusion.failure())
                .setCompletedAt(review.completedAt())
                .build();
    }

    private static Actor reviewer(Role role) {
        ActorKind kind = role == Role.POLICY ? ActorKind.SERVICE : ActorKind.AGENT;
        return new Actor("reviewer-service/" + role.key(), kind, null);
    }

    private static List<Finding> findings(Review review) {
        List<Remark> remarks = review.conclusion().remarks();
        Patch patch = review.patch();
        List<String> ids = RemarkIds.of(review.role(), remarks, patch == null ? List.of() : patch.addedLines());
        return IntStream.range(0, remarks.size())
                .mapToObj(i -> finding(ids.get(i), remarks.get(i)))
                .toList();
    }

    private static Finding finding(String id, Remark remark) {
        return Finding.newBuilder()
                .setFindingId(id)
                .setSeverity(Severity.valueOf(remark.weight().name()))
                .setCategory(remark.category())
                .setFile(remark.file())
                .setLine(remark.line())
                .setMessage(remark.message())
                .build();
    }
}
