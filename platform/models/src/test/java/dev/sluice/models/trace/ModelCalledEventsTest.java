package dev.sluice.models.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.events.CacheTier;
import dev.sluice.events.CallStatus;
import dev.sluice.events.ModelAttempt;
import dev.sluice.events.ModelCalled;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.Prompt;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import dev.sluice.models.provider.Question.Speaker;
import dev.sluice.models.provider.Question.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelCalledEventsTest {

    private final ModelCalledEvents events =
            new ModelCalledEvents("reviewer-service", new SecretRedactor(List.of("configured-api-key")));

    @Test
    void tellsEverythingThatIsKnownOfAPaidCall() {
        ModelCalled event = events.event(Call.replied(
                request("Judge this: configured-api-key"),
                question("Judge this: configured-api-key"),
                "review",
                paid("ok"),
                false,
                null));

        assertThat(event.getService()).isEqualTo("reviewer-service");
        assertThat(event.getRole()).isEqualTo(dev.sluice.events.ModelRole.TEST_QUALITY);
        assertThat(event.getTask()).isEqualTo("reviewer/test-quality");
        assertThat(event.getPromptVersion()).isEqualTo("reviewer/test-quality@2");
        assertThat(event.getRequirementId()).isEqualTo("R-1");
        assertThat(event.getStoryId()).isEqualTo("R-1/S-1");
        assertThat(event.getChangeId()).isEqualTo("C-1");
        assertThat(event.getCauseEventId()).isEqualTo("e-1");
        assertThat(event.getStep()).isEqualTo("review");
        assertThat(event.getTenant()).isEqualTo("acme");
        assertThat(event.getRepositoryRevision()).isEqualTo("https://example.org/r.git@abc");
        assertThat(event.getScopeHash()).hasSize(64);
        assertThat(event.getRequestHash()).hasSize(64).isNotEqualTo(event.getScopeHash());
        assertThat(event.getProvider()).isEqualTo("main");
        assertThat(event.getRequestedModel()).isEqualTo("big");
        assertThat(event.getResolvedModel()).isEqualTo("big-2026-01");
        assertThat(event.getAttempts())
                .containsExactly(
                        new ModelAttempt("first", "x", "TIMED_OUT", 9L),
                        new ModelAttempt("main", "big", "SUCCEEDED", 7L));
        assertThat(event.getBreakerState()).isEqualTo("CLOSED");
        assertThat(event.getStatus()).isEqualTo(CallStatus.SUCCEEDED);
        assertThat(event.getStartedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(event.getEndedAt()).isEqualTo(Instant.ofEpochMilli(3_500));
        assertThat(event.getDurationMillis()).isEqualTo(2_500);
        assertThat(event.getCacheTier()).isEqualTo(CacheTier.NONE);
        assertThat(event.getInputTokens()).isEqualTo(100);
        assertThat(event.getOutputTokens()).isEqualTo(20);
        assertThat(event.getCachedInputTokens()).isEqualTo(40);
        assertThat(event.getReasoningTokens()).isEqualTo(6);
        assertThat(event.getFinishReason()).isEqualTo("stop");
        assertThat(event.getFallbackUsed()).isTrue();
        assertThat(event.getFallbackReason()).isEqualTo("first/x: silent");
        assertThat(event.getRedactions()).isEqualTo(1);
        assertThat(event.getPrompt()).contains("SYSTEM:\nBe strict.", "USER:\nJudge this: [redacted]");
        assertThat(event.getReply()).isEqualTo("ok");
        assertThat(event.getTags()).containsExactlyEntriesOf(Map.of("colour", "blue"));
    }

    @Test
    void identityFollowsFromCauseAndStepForAReplyAndFromTheMomentWithoutOne() {
        Call first = Call.replied(request("q"), question("q"), "review", paid("ok"), false, null);
        Call again = Call.replied(request("q"), question("q"), "review", paid("ok"), true, null);
        Call failed = failed(5);

        assertThat(events.identity(again)).isEqualTo(events.identity(first));
        assertThat(events.event(again).getCacheTier()).isEqualTo(CacheTier.JOURNAL);
        assertThat(events.identity(failed)).isNotEqualTo(events.identity(failed(6)));
        assertThat(events.identity(first).correlationId()).isEqualTo("R-1");
        assertThat(events.identity(first).causationId()).isEqualTo("e-1");
        assertThat(events.identity(first).traceparent()).isEqualTo("00-trace");
    }

    @Test
    void aFailureCarriesItsTypeAndARedactedMessage() {
        ModelCalled event = events.event(failed(5));

        assertThat(event.getErrorType()).isEqualTo("UNAUTHORISED");
        assertThat(event.getErrorMessage()).isEqualTo("wrong key [redacted]");
        assertThat(event.getReply()).isNull();
    }

    @Test
    void theLargestTextStillFitsARecord() throws Exception {
        String large = "語".repeat(3_000_000);

        ModelCalled event =
                events.event(Call.replied(request(large), question(large), "review", paid(large), false, large));

        assertThat(ModelCalled.getEncoder().encode(event).remaining()).isLessThan(1_000_000);
        assertThat(event.getPrompt()).contains("characters in all");
    }

    private static Call failed(long started) {
        return new Call(
                request("q"),
                question("q"),
                "review",
                Call.Status.FAILED,
                false,
                null,
                List.of(),
                "UNAUTHORISED",
                "wrong key configured-api-key",
                started,
                started + 1);
    }

    private static Paid paid(String text) {
        return new Paid(
                text,
                "main",
                "openai",
                "big",
                "big-2026-01",
                "stop",
                new ProviderReply.Usage(100L, 20L, 40L, 6L),
                List.of(new Try("first", "x", "TIMED_OUT", 9), new Try("main", "big", "SUCCEEDED", 7)),
                "first/x: silent",
                "CLOSED",
                1_000,
                3_500);
    }

    private static Question question(String user) {
        return new Question(
                ModelRole.TEST_QUALITY, "S-1", "review", "big", "Be strict.", List.of(new Turn(Speaker.USER, user)));
    }

    private static ModelRequest<String> request(String user) {
        return new ModelRequest<>(
                ModelRole.TEST_QUALITY,
                "e-1",
                "review",
                "S-1",
                new Prompt("reviewer/test-quality@2", "Be strict.", user),
                text -> text,
                Map.of(
                        "requirementId", "R-1",
                        "storyId", "R-1/S-1",
                        "changeId", "C-1",
                        "repository", "https://example.org/r.git",
                        "revision", "abc",
                        "tenant", "acme",
                        "traceparent", "00-trace",
                        "colour", "blue"));
    }
}
