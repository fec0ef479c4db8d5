package dev.sluice.developer.adapter.kafka;

import dev.sluice.developer.domain.Development;
import dev.sluice.events.ClarificationRequested;
import dev.sluice.events.Question;
import dev.sluice.events.SubjectKind;
import java.time.Duration;

/** {@code clarification.requested}. */
final class ClarificationMapper {

    private ClarificationMapper() {}

    static ClarificationRequested toWire(Development.Asked asked, String clarificationId, Duration patience) {
        return ClarificationRequested.newBuilder()
                .setClarificationId(clarificationId)
                .setSubjectId(asked.assignment().storyId())
                .setSubjectKind(SubjectKind.STORY)
                .setRequirementId(asked.assignment().requirementId())
                .setRole("developer")
                .setQuestions(asked.questions().stream()
                        .map(inquiry -> new Question(inquiry.question(), inquiry.options()))
                        .toList())
                .setExpiresAt(asked.askedAt().plus(patience))
                .setRequestedAt(asked.askedAt())
                .build();
    }
}
