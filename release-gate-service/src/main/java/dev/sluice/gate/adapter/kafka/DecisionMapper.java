package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.Reason;
import dev.sluice.events.ReleaseDecided;
import dev.sluice.events.ReleaseOutcome;
import dev.sluice.events.RepositoryRef;
import dev.sluice.events.VerdictRef;
import dev.sluice.gate.application.DecidedChange;
import dev.sluice.gate.domain.Answer;
import dev.sluice.gate.domain.Basis;
import dev.sluice.gate.domain.Change;
import dev.sluice.gate.domain.Decision;
import dev.sluice.gate.domain.DecisionReason;
import dev.sluice.gate.domain.ReasonCode;
import dev.sluice.gate.domain.Role;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions to {@code release.decided}, and back to what acting on them needs. */
final class DecisionMapper {

    private DecisionMapper() {}

    static ReleaseDecided toEvent(Change change, Decision decision, Instant now) {
        Basis basis = decision.basis();
        ReleaseDecided event = new ReleaseDecided();
        event.setChangeId(change.changeId());
        event.setStoryId(change.storyId());
        event.setRequirementId(change.requirementId());
        event.setRepository(new RepositoryRef(change.repository(), change.baseBranch()));
        event.setOrigin(ChangeMapper.toWire(change.origin()));
        event.setOutcome(
                switch (decision) {
                    case Decision.Approved approved -> ReleaseOutcome.APPROVED;
                    case Decision.Skipped skipped -> ReleaseOutcome.SKIPPED;
                    case Decision.Blocked blocked -> ReleaseOutcome.BLOCKED;
                });
        event.setReasons(reasons(decision.reasons()));
        event.setWarnings(reasons(decision.warnings()));
        event.setBaseSha(change.baseSha());
        event.setHeadSha(change.headSha());
        event.setMergeTree(basis.mergeTree());
        event.setBranch(change.branch());
        event.setLayer(basis.layer());
        event.setRequiredVerdicts(
                basis.required().stream().map(VerdictMapper::toWire).toList());
        event.setReceivedVerdicts(basis.received().stream()
                .map(v -> new VerdictRef(
                        v.reviewId(), VerdictMapper.toWire(v.role()), VerdictMapper.toWire(v.answer()), v.reviewer()))
                .toList());
        event.setPolicyHash(basis.policyHash());
        event.setDeadline(basis.deadline());
        event.setDecidedAt(now);
        return event;
    }

    static DecidedChange toDomain(ReleaseDecided event) {
        Map<Role, Answer> answers = new EnumMap<>(Role.class);
        event.getReceivedVerdicts()
                .forEach(ref -> VerdictMapper.role(ref.getRole())
                        .filter(Role.AUTOMATIC::contains)
                        .ifPresent(role -> answers.putIfAbsent(role, VerdictMapper.answer(ref.getVerdict()))));
        return new DecidedChange(
                event.getChangeId(),
                event.getStoryId(),
                event.getRequirementId(),
                ChangeMapper.origin(event.getOrigin()),
                event.getRepository().getUrl(),
                event.getRepository().getBaseBranch(),
                switch (event.getOutcome()) {
                    case APPROVED -> DecidedChange.Outcome.APPROVED;
                    case SKIPPED -> DecidedChange.Outcome.SKIPPED;
                    case BLOCKED -> DecidedChange.Outcome.BLOCKED;
                },
                event.getReasons().stream()
                        .map(reason -> new DecidedChange.Reason(code(reason.getCode()), reason.getMessage()))
                        .toList(),
                answers,
                event.getBaseSha(),
                event.getHeadSha(),
                event.getMergeTree(),
                event.getBranch(),
                event.getDecidedAt());
    }

    private static List<Reason> reasons(List<DecisionReason> reasons) {
        return reasons.stream()
                .map(reason -> new Reason(reason.code().name(), reason.message(), reason.source()))
                .toList();
    }

    private static @Nullable ReasonCode code(String name) {
        return Stream.of(ReasonCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
