package dev.sluice.console.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubmissionTest {

    @Test
    void equalSubmissionsOfDifferentPeopleHaveOneId() {
        assertThat(submission("text", null, 1, "ann").requirementId())
                .isEqualTo(submission("text", null, 1, "bob").requirementId())
                .matches("r-[0-9a-f]{16}");
    }

    @Test
    void anotherTextIsAnotherRequirement() {
        assertThat(submission("text", null, 1, "ann").requirementId())
                .isNotEqualTo(submission("texts", null, 1, "ann").requirementId());
    }

    @Test
    void anExternalIdAndRevisionNameItWhateverTheText() {
        assertThat(submission("text", "PROJ-1", 1, "ann").requirementId())
                .isEqualTo(submission("other", "PROJ-1", 1, "ann").requirementId())
                .isNotEqualTo(submission("text", "PROJ-1", 2, "ann").requirementId());
    }

    private static Submission submission(String body, @Nullable String externalId, int revision, String by) {
        return new Submission(
                "EPIC",
                "Title",
                body,
                List.of(),
                new Repository("/r", "main"),
                "REST",
                externalId,
                revision,
                Party.person(by));
    }
}
