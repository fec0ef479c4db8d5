package dev.sluice.models.trace;

import dev.sluice.events.CacheTier;
import dev.sluice.events.CallStatus;
import dev.sluice.events.ModelAttempt;
import dev.sluice.events.ModelCalled;
import dev.sluice.events.ModelRole;
import dev.sluice.messaging.EventIdentity;
import dev.sluice.models.provider.ProviderReply;
import dev.sluice.models.provider.Question;
import dev.sluice.models.trace.SecretRedactor.Redacted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a call into its {@code model.called} event. */
final class ModelCalledEvents {

    /** Longest prompt or reply in an event, in characters: a broker takes a megabyte. */
    static final int LONGEST_TEXT = 140_000;

    private static final int LONGEST_ERROR = 4_000;
    private static final int LONGEST_SECRET = 20_000;

    private static final Set<String> LABELS_WITH_FIELDS =
            Set.of("requirementId", "storyId", "changeId", "tenant", "repository", "revision", "traceparent");

    private final String service;
    private final SecretRedactor redactor;

    ModelCalledEvents(String service, SecretRedactor redactor) {
        this.service = service;
        this.redactor = redactor;
    }

    EventIdentity identity(Call call) {
        Map<String, String> labels = call.request().labels();
        return new EventIdentity(
                call.traceId(),
                call.request().causeEventId(),
                labels.getOrDefault("requirementId", call.request().causeEventId()),
                labels.get("traceparent"));
    }

    ModelCalled event(Call call) {
        Map<String, String> labels = call.request().labels();
        Redacted prompt = clean(promptText(call.question()), LONGEST_TEXT);
        Redacted reply = call.paid() == null ? null : clean(call.paid().text(), LONGEST_TEXT);
        Redacted error = call.errorMessage() == null ? null : clean(call.errorMessage(), LONGEST_ERROR);
        ModelCalled.Builder event = ModelCalled.newBuilder()
                .setTraceId(call.traceId())
                .setService(service)
                .setRole(ModelRole.valueOf(call.request().role().name()))
                .setTask(task(call.request().prompt().version()))
                .setRequirementId(labels.get("requirementId"))
                .setStoryId(labels.get("storyId"))
                .setChangeId(labels.get("changeId"))
                .setCauseEventId(call.request().causeEventId())
                .setStep(call.step())
                .setTenant(labels.get("tenant"))
                .setRepositoryRevision(revision(labels))
                .setPromptVersion(call.request().prompt().version())
                .setScopeHash(hash(
                        call.question().role().key(),
                        call.request().prompt().version(),
                        call.question().system()))
                .setRequestHash(requestHash(call.question()))
                .setAttempts(attempts(call.tries()))
                .setStatus(CallStatus.valueOf(call.status().name()))
                .setErrorType(call.errorType())
                .setErrorMessage(error == null ? null : error.text())
                .setStartedAt(Instant.ofEpochMilli(call.startedMillis()))
                .setEndedAt(Instant.ofEpochMilli(call.endedMillis()))
                .setDurationMillis(call.endedMillis() - call.startedMillis())
                .setCacheTier(call.journaled() ? CacheTier.JOURNAL : CacheTier.NONE)
                .setSourceEntry(call.journaled() ? call.traceId() : null)
                .setRedactions(prompt.secrets() + secrets(reply) + secrets(error))
                .setPrompt(prompt.text())
                .setReply(reply == null ? null : reply.text())
                .setTags(labels.entrySet().stream()
                        .filter(label -> !LABELS_WITH_FIELDS.contains(label.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, HashMap::new)));
        if (call.paid() != null) {
            fillPaid(event, call.paid());
        }
        return event.build();
    }

    private static void fillPaid(ModelCalled.Builder event, Paid paid) {
        ProviderReply.Usage usage = paid.usage();
        event.setProvider(paid.provider())
                .setRequestedModel(paid.model())
                .setResolvedModel(paid.resolvedModel())
                .setFinishReason(paid.finishReason())
                .setBreakerState(paid.breakerState())
                .setFallbackUsed(paid.fallbackReason() != null)
                .setFallbackReason(paid.fallbackReason())
                .setInputTokens(usage == null ? null : usage.input())
                .setOutputTokens(usage == null ? null : usage.output())
                .setCachedInputTokens(usage == null ? null : usage.cachedInput())
                .setReasoningTokens(usage == null ? null : usage.reasoning());
    }

    private static List<ModelAttempt> attempts(List<Try> tries) {
        return tries.stream()
                .map(t -> new ModelAttempt(t.provider(), t.model(), t.outcome(), t.durationMillis()))
                .toList();
    }

    private static String promptText(Question question) {
        return question.turns().stream()
                .map(turn -> turn.speaker().name() + ":\n" + turn.text())
                .collect(Collectors.joining("\n\n", "SYSTEM:\n" + question.system() + "\n\n", ""));
    }

    private static String task(String promptVersion) {
        int at = promptVersion.indexOf('@');
        return at < 0 ? promptVersion : promptVersion.substring(0, at);
    }

    private static @Nullable String revision(Map<String, String> labels) {
        String repository = labels.get("repository");
        String revision = labels.get("revision");
        return repository == null || revision == null ? repository : repository + "@" + revision;
    }

    /** Redacts before it cuts, so that no half of a secret is left at the edge. */
    private Redacted clean(String text, int longest) {
        int looked = longest + LONGEST_SECRET;
        Redacted redacted = redactor.redact(text.length() <= looked ? text : text.substring(0, looked));
        return redacted.text().length() <= longest
                ? redacted
                : new Redacted(
                        redacted.text().substring(0, longest) + "\n[cut here; " + text.length() + " characters in all]",
                        redacted.secrets());
    }

    private static int secrets(@Nullable Redacted redacted) {
        return redacted == null ? 0 : redacted.secrets();
    }

    private static String requestHash(Question question) {
        return hash(
                question.role().key(),
                question.system(),
                question.turns().stream()
                        .map(turn -> turn.speaker().name() + turn.text().length() + ":" + turn.text())
                        .collect(Collectors.joining()));
    }

    /** Length-prefixed, so that no two lists of fields meet in one hash. */
    private static String hash(String... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String field : fields) {
                byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
