package dev.sluice.models.gateway;

/**
 * A route as written in configuration.
 *
 * @param provider name of a configured provider
 * @param model what follows the first slash, sent to the provider exactly so
 */
public record RouteName(String provider, String model) {

    /** Reads {@code provider/model}. */
    public static RouteName parse(String route) {
        int slash = route.indexOf('/');
        if (slash <= 0 || slash == route.length() - 1) {
            throw new IllegalArgumentException(
                    "A route is written provider/model, for example openai/gpt-4.1, not \"" + route + "\".");
        }
        return new RouteName(route.substring(0, slash), route.substring(slash + 1));
    }

    @Override
    public String toString() {
        return provider + "/" + model;
    }
}
