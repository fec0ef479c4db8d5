package dev.sluice.quickstart.stack;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What to start.
 *
 * @param data where data and log are kept
 * @param consolePort port of the console; 0 takes any, for the other parts and services too
 * @param settings further settings for every service, for example the model's routes
 * @param services the services to start in this process
 * @param replacements configuration classes that replace beans of a service, for load tests
 */
public record StackPlan(
        Path data,
        int consolePort,
        Map<String, String> settings,
        Set<Service> services,
        Map<Service, Class<?>> replacements) {

    public StackPlan {
        settings = Map.copyOf(settings);
        services = Set.copyOf(services);
        replacements = Map.copyOf(replacements);
    }

    /** Everything, as users run it. */
    public static StackPlan everything(Path data, int consolePort, Map<String, String> settings) {
        return new StackPlan(data, consolePort, settings, EnumSet.allOf(Service.class), Map.of());
    }

    /** The same without some services, which then run as processes of their own. */
    public StackPlan without(Set<Service> others) {
        Set<Service> rest = EnumSet.copyOf(services);
        rest.removeAll(others);
        return new StackPlan(data, consolePort, settings, rest, replacements);
    }

    /** The same with beans of one service replaced. */
    public StackPlan replacing(Service service, Class<?> configuration) {
        Map<Service, Class<?>> all = new HashMap<>(replacements);
        all.put(service, configuration);
        return new StackPlan(data, consolePort, settings, services, all);
    }
}
