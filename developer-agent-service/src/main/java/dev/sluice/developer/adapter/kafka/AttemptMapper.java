package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Attempted;
import dev.sluice.events.Attempt;
import dev.sluice.events.AttemptKind;
import dev.sluice.events.AttemptOutcome;

/** Attempts as they occur inside {@code code.generated}. */
final class AttemptMapper {

    private AttemptMapper() {}

    static Attempt toWire(Attempted attempt) {
        return Attempt.newBuilder()
                .setNumber(attempt.number())
                .setKind(attempt.fix() ? AttemptKind.FIX : AttemptKind.FIRST)
                .setOutcome(AttemptOutcome.valueOf(attempt.outcome().name()))
                .setModel(attempt.model())
                .setFilesChanged(attempt.files())
                .setTestReport(TestRunMapper.toWireOrNull(attempt.tests()))
                .setDetail(attempt.detail())
                .setDurationMillis(attempt.durationMillis())
                .build();
    }

    static Attempted toDomain(Attempt attempt) {
        AttemptOutcome outcome = attempt.getOutcome();
        return new Attempted(
                attempt.getNumber(),
                outcome == AttemptOutcome.UNKNOWN
                        ? Attempted.Outcome.MODEL_FAILED
                        : Attempted.Outcome.valueOf(outcome.name()),
                attempt.getModel(),
                attempt.getFilesChanged(),
                TestRunMapper.toDomainOrNull(attempt.getTestReport()),
                attempt.getDetail(),
                attempt.getDurationMillis());
    }
}
