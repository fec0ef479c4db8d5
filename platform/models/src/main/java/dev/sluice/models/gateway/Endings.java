package dev.sluice.models.gateway;

import dev.sluice.models.ModelReply;
import dev.sluice.models.ModelRequest;
import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ProviderFailure;
import dev.sluice.models.provider.ProviderFailure.Kind;
import dev.sluice.models.trace.Call;
import dev.sluice.models.trace.Paid;
import dev.sluice.models.trace.SecretRedactor;
import dev.sluice.models.trace.Try;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts into words how a request ended that got no usable answer. What providers say is redacted: some echo the key. */
final class Endings {

    private final SecretRedactor redactor;

    Endings(SecretRedactor redactor) {
        this.redactor = redactor;
    }

    /**
     * An ending without a readable answer.
     *
     * @param text what a model said, null if none did
     * @param route which one said it
     */
    record Ending(
            Call.Status status,
            String type,
            String reason,
            String advice,
            List<Try> tries,
            @Nullable String text,
            @Nullable String route,
            long startedMillis) {

        <T> ModelReply<T> reply() {
            if (status == Call.Status.REFUSED) {
                return new ModelReply.Refused<>(reason, advice);
            }
            return text == null || route == null
                    ? new ModelReply.Unavailable<>(reason, advice)
                    : new ModelReply.Invalid<>(reason, advice, text, route);
        }

        Call call(ModelRequest<?> request, Round round) {
            return new Call(
                    request,
                    round.question(),
                    round.step(),
                    status,
                    false,
                    null,
                    tries,
                    type,
                    reason,
                    startedMillis,
                    System.currentTimeMillis());
        }
    }

    Ending allPaused() {
        return refused("All work is paused.", "Resume it with: sluice resume all", List.of());
    }

    Ending providersPaused(ModelRole role, Router.Outcome.Paused paused) {
        return refused(
                "Every provider of the role " + role.key() + " is paused.",
                "Resume one with: sluice resume provider:NAME",
                paused.tries());
    }

    Ending noRoute(ModelRole role) {
        return new Ending(
                Call.Status.FAILED,
                "NO_ROUTE",
                "No model is configured for the role " + role.key() + ".",
                Advice.forMissingRoute(role),
                List.of(),
                null,
                null,
                System.currentTimeMillis());
    }

    Ending failed(ModelRole role, Router.Outcome.Failed failed) {
        ProviderFailure failure = failed.failure();
        Kind kind = failure.kind();
        return new Ending(
                kind == Kind.TIMED_OUT
                        ? Call.Status.TIMED_OUT
                        : failure.text() == null ? Call.Status.FAILED : Call.Status.INVALID,
                kind.name(),
                redactor.redact(String.join(" ", failed.reasons())).text(),
                Advice.after(kind, failed.route(), role),
                failed.tries(),
                failure.text(),
                failed.route().name(),
                failed.startedMillis());
    }

    <T> ModelReply<T> unreadable(Paid paid, String problem) {
        return new ModelReply.Invalid<>(
                "The reply of " + paid.route() + " could not be used: " + problem,
                "Look at the reply; another model for this role, or a clearer request, may help.",
                paid.text(),
                paid.route());
    }

    private static Ending refused(String reason, String advice, List<Try> tries) {
        return new Ending(Call.Status.REFUSED, "PAUSED", reason, advice, tries, null, null, System.currentTimeMillis());
    }
}
