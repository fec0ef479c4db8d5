package dev.sluice.models.gateway;

import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ProviderFailure;
import java.util.Locale;

/** What a person can do about a call that came to nothing. */
final class Advice {

    private Advice() {}

    static String forMissingRoute(ModelRole role) {
        String property = "sluice.models.routes." + role.key();
        return "Set " + property + " (environment: " + environment(property)
                + ") to provider/model, for example openai/gpt-4.1, and describe the provider under"
                + " sluice.models.providers.<name> with type, base-url and api-key.";
    }

    static String after(ProviderFailure.Kind kind, Route route, ModelRole role) {
        String provider = "sluice.models.providers." + route.provider();
        String routes = "sluice.models.routes." + role.key();
        return switch (kind) {
            case CONNECTION -> "Check " + provider + ".base-url and that it can be reached from this machine.";
            case UNAUTHORISED ->
                "Check " + provider + ".api-key (environment: " + environment(provider + ".api-key") + ").";
            case RATE_LIMITED -> "Wait, have the provider's limit raised, or add another route to " + routes + ".";
            case TIMED_OUT ->
                "Raise sluice.models.time-limit or sluice.models.deadline, or add a faster route to " + routes + ".";
            case SERVER_ERROR -> "Try again when the provider has recovered, or add another route to " + routes + ".";
            case MALFORMED ->
                "Check that " + provider + ".base-url is that of the API, for OpenAI's usually ending in /v1.";
            case REJECTED ->
                "Check the model's name in " + routes + " and whether the model takes a prompt of this size.";
            case CUT_OFF ->
                "Raise " + provider + ".max-output-tokens, ask for less, or route " + role.key()
                        + " to a model with longer replies.";
            case FILTERED -> "Look at what the prompt quotes, or route " + role.key() + " to another model.";
            case NOT_RECORDED ->
                "Record a reply in one of these files, or route " + role.key() + " to a provider that answers.";
            case BREAKER_OPEN -> "Check the provider; it is asked again within half a minute of its recovery.";
            case BUSY -> "Raise sluice.models.parallel, or add another route to " + routes + ".";
        };
    }

    private static String environment(String property) {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
