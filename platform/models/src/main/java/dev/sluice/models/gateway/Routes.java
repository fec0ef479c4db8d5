package dev.sluice.models.gateway;

import dev.sluice.models.ModelRole;
import dev.sluice.models.provider.ModelProvider;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** The ordered routes of each role. Equal routes of several roles share their guards. */
final class Routes {

    private final Map<ModelRole, List<Route>> byRole = new EnumMap<>(ModelRole.class);

    Routes(
            Map<ModelRole, List<RouteName>> names,
            Map<String, ModelProvider> providers,
            Guarding guarding,
            Guards guards,
            ExecutorService threads) {
        Map<RouteName, Route> known = new HashMap<>();
        names.forEach((role, list) -> byRole.put(
                role,
                list.stream()
                        .map(name -> known.computeIfAbsent(
                                name,
                                n -> new Route(
                                        n.provider(), n.model(), provider(providers, n), guarding, guards, threads)))
                        .toList()));
    }

    /** Routes of {@code role}, best first; a repair goes where the developer's work went unless it has its own. */
    List<Route> of(ModelRole role) {
        List<Route> own = byRole.getOrDefault(role, List.of());
        return own.isEmpty() && role == ModelRole.REPAIR ? byRole.getOrDefault(ModelRole.DEVELOPER, List.of()) : own;
    }

    private static ModelProvider provider(Map<String, ModelProvider> providers, RouteName name) {
        ModelProvider provider = providers.get(name.provider());
        if (provider == null) {
            throw new IllegalArgumentException("Route " + name + " names a provider that is not configured.");
        }
        return provider;
    }
}
