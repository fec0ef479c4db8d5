package dev.sluice.quickstart.stack;

import dev.sluice.console.ConsoleApplication;
import dev.sluice.developer.DeveloperAgentApplication;
import dev.sluice.gate.ReleaseGateApplication;
import dev.sluice.metrics.MetricsApplication;
import dev.sluice.planner.PlannerApplication;
import dev.sluice.reviewer.ReviewerApplication;

/** The six services and the ports they take on one machine. */
public enum Service {
    CONSOLE("console-service", ConsoleApplication.class, 8080),
    PLANNER("planner-service", PlannerApplication.class, 8101),
    DEVELOPER_AGENT("developer-agent-service", DeveloperAgentApplication.class, 8102),
    REVIEWER("reviewer-service", ReviewerApplication.class, 8103),
    RELEASE_GATE("release-gate-service", ReleaseGateApplication.class, 8104),
    METRICS("metrics-service", MetricsApplication.class, 8105);

    private final String configuration;
    private final Class<?> application;
    private final int port;

    Service(String configuration, Class<?> application, int port) {
        this.configuration = configuration;
        this.application = application;
        this.port = port;
    }

    /** Name of the service and of its configuration file. */
    public String configuration() {
        return configuration;
    }

    /** Its Spring application. */
    public Class<?> application() {
        return application;
    }

    /** Port that it takes unless told otherwise. */
    public int port() {
        return port;
    }
}
