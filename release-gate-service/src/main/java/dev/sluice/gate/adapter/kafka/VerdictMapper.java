package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.ActorKind;
import dev.sluice.events.ReviewCompleted;
import dev.sluice.events.ReviewRole;
import dev.sluice.events.Verdict;
import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Role;
import dev.sluice.gate.domain.RoleVerdict;
import java.util.Objects;
import java.util.Optional;

/** {@code review.completed} to what the gate needs of it. */
final class VerdictMapper {

    private VerdictMapper() {}

    /** The verdict, or nothing if a newer producer gave it in a role that this release does not know. */
    static Optional<RoleVerdict> toDomain(ReviewCompleted event, PolicyReader policies) {
        return role(event.getRole())
                .map(role -> new RoleVerdict(
                        event.getReviewId(),
                        role,
                        answer(event.getVerdict()),
                        event.getReviewer().getId(),
                        event.getReviewer().getKind() == ActorKind.PERSON,
                        event.getBaseSha(),
                        event.getHeadSha(),
                        event.getMergeTree(),
                        Words.cut(Objects.requireNonNullElse(event.getFailure(), event.getSummary()), 300),
                        FactsMapper.toDomain(event.getEvidence()),
                        role == Role.POLICY && event.getPolicy() != null ? policies.read(event.getPolicy()) : null));
    }

    static Optional<Role> role(ReviewRole role) {
        return switch (role) {
            case STORY_ALIGNMENT -> Optional.of(Role.STORY_ALIGNMENT);
            case TEST_QUALITY -> Optional.of(Role.TEST_QUALITY);
            case ARCHITECTURE -> Optional.of(Role.ARCHITECTURE);
            case POLICY -> Optional.of(Role.POLICY);
            case HUMAN -> Optional.of(Role.HUMAN);
            case UNKNOWN -> Optional.empty();
        };
    }

    static ReviewRole toWire(Role role) {
        return switch (role) {
            case STORY_ALIGNMENT -> ReviewRole.STORY_ALIGNMENT;
            case TEST_QUALITY -> ReviewRole.TEST_QUALITY;
            case ARCHITECTURE -> ReviewRole.ARCHITECTURE;
            case POLICY -> ReviewRole.POLICY;
            case HUMAN -> ReviewRole.HUMAN;
        };
    }

    static Answer answer(Verdict verdict) {
        return switch (verdict) {
            case APPROVE -> Answer.APPROVE;
            case REQUEST_CHANGES -> Answer.REQUEST_CHANGES;
            case BLOCK -> Answer.BLOCK;
            case ERROR -> Answer.ERROR;
            case UNKNOWN -> Answer.UNKNOWN;
        };
    }

    static Verdict toWire(Answer answer) {
        return switch (answer) {
            case APPROVE -> Verdict.APPROVE;
            case REQUEST_CHANGES -> Verdict.REQUEST_CHANGES;
            case BLOCK -> Verdict.BLOCK;
            case ERROR -> Verdict.ERROR;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }
}
