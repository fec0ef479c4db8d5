package dev.sluice.gate.adapter.kafka;

import dev.sluice.events.Actor;
import dev.sluice.events.ChangeOrigin;
import dev.sluice.events.CodeGenerated;
import dev.sluice.events.CodeOutcome;
import dev.sluice.gate.domain.Change;
import dev.sluice.gate.domain.Origin;
import dev.sluice.gate.domain.WorkResult;
import org.jspecify.annotations.Nullable;

/** {@code code.generated} to what the gate needs of it. */
final class ChangeMapper {

    private ChangeMapper() {}

    static Change toDomain(CodeGenerated event) {
        return new Change(
                event.getChangeId(),
                event.getStoryId(),
                event.getRequirementId(),
                origin(event.getOrigin()),
                event.getRepository().getUrl(),
                event.getRepository().getBaseBranch(),
                result(event.getOutcome()),
                event.getBaseSha(),
                event.getHeadSha(),
                event.getBranch(),
                id(event.getProvenance().getRequestedBy()),
                id(event.getProvenance().getAuthor()),
                FactsMapper.run(event.getTestReport()),
                event.getFailure() == null ? null : Words.cut(event.getFailure(), 500));
    }

    static Origin origin(ChangeOrigin origin) {
        return switch (origin) {
            case STORY -> Origin.STORY;
            case OUTSIDE -> Origin.OUTSIDE;
            case UNKNOWN -> Origin.UNKNOWN;
        };
    }

    static ChangeOrigin toWire(Origin origin) {
        return switch (origin) {
            case STORY -> ChangeOrigin.STORY;
            case OUTSIDE -> ChangeOrigin.OUTSIDE;
            case UNKNOWN -> ChangeOrigin.UNKNOWN;
        };
    }

    private static WorkResult result(CodeOutcome outcome) {
        return switch (outcome) {
            case READY -> WorkResult.READY;
            case TESTS_FAILED -> WorkResult.TESTS_FAILED;
            case NO_TESTS_RAN -> WorkResult.NO_TESTS_RAN;
            case EDITS_REFUSED -> WorkResult.EDITS_REFUSED;
            case MODEL_FAILED -> WorkResult.MODEL_FAILED;
            case REPOSITORY_FAILED -> WorkResult.REPOSITORY_FAILED;
            case CONFLICT -> WorkResult.CONFLICT;
            case NOTHING_CHANGED -> WorkResult.NOTHING_CHANGED;
            case UNKNOWN -> WorkResult.UNKNOWN;
        };
    }

    private static @Nullable String id(@Nullable Actor actor) {
        return actor == null ? null : actor.getId();
    }
}
