package dev.sluice.models.config;

import dev.sluice.models.ModelRole;
import dev.sluice.models.gateway.RouteName;
import dev.sluice.models.provider.ProviderSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Which models serve which role, and how they are reached.
 *
 * @param providers providers by name
 * @param routes ordered routes per role
 * @param deadline longest time a request may take, repeats and fail-over included
 * @param timeLimit longest time for one try
 * @param attempts tries on one route for failures that pass
 * @param parallel calls in flight on one route
 */
@ConfigurationProperties("sluice.models")
public record ModelsProperties(
        Map<String, ProviderSettings> providers,
        @DefaultValue Routes routes,
        @DefaultValue("5m") Duration deadline,
        @DefaultValue("2m") Duration timeLimit,
        @DefaultValue("3") int attempts,
        @DefaultValue("64") int parallel) {

    /**
     * Routes per role. Fields, not a map, so that every spelling of an environment variable finds its role.
     *
     * @param others {@code sluice.models.routes.default}: what serves a role without routes of its own; a repair goes where the
     *     developer's work goes
     */
    public record Routes(
            @Name("default") @Nullable List<String> others,
            @Nullable List<String> planner,
            @Nullable List<String> developer,
            @Nullable List<String> repair,
            @Nullable List<String> storyAlignment,
            @Nullable List<String> testQuality,
            @Nullable List<String> architecture) {

        private @Nullable List<String> of(ModelRole role) {
            List<String> own = switch (role) {
                case PLANNER -> planner;
                case DEVELOPER -> developer;
                case REPAIR -> repair;
                case STORY_ALIGNMENT -> storyAlignment;
                case TEST_QUALITY -> testQuality;
                case ARCHITECTURE -> architecture;
            };
            return own == null && role != ModelRole.REPAIR ? others : own;
        }
    }

    public ModelsProperties {
        providers = providers == null ? Map.of() : Map.copyOf(providers);
        if (attempts < 1 || parallel < 1 || !deadline.isPositive() || !timeLimit.isPositive()) {
            throw new IllegalArgumentException(
                    "sluice.models.attempts, parallel, deadline and time-limit must be greater than zero.");
        }
        for (ModelRole role : ModelRole.values()) {
            for (RouteName route : names(routes.of(role), role)) {
                if (!providers.containsKey(route.provider())) {
                    throw new IllegalArgumentException("sluice.models.routes." + role.key() + " names the provider \""
                            + route.provider() + "\", but sluice.models.providers knows "
                            + (providers.isEmpty() ? "none" : new TreeSet<>(providers.keySet())) + ".");
                }
            }
        }
    }

    /** The configured routes by role. */
    public Map<ModelRole, List<RouteName>> routesByRole() {
        Map<ModelRole, List<RouteName>> all = new EnumMap<>(ModelRole.class);
        for (ModelRole role : ModelRole.values()) {
            all.put(role, names(routes.of(role), role));
        }
        return all;
    }

    private static List<RouteName> names(@Nullable List<String> routes, ModelRole role) {
        try {
            return routes == null
                    ? List.of()
                    : routes.stream()
                            .map(String::strip)
                            .filter(route -> !route.isEmpty())
                            .map(RouteName::parse)
                            .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sluice.models.routes." + role.key() + ": " + e.getMessage(), e);
        }
    }
}
