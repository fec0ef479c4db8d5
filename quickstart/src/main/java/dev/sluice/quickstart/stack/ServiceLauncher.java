package dev.sluice.quickstart.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts one service in this process, as it would start alone, but with what the shared class path brings switched off. */
final class ServiceLauncher {

    /** The console's needs are on every service's class path here; alone, the others do not have them. */
    private static final List<String> CONSOLE_ONLY = List.of(
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration",
            "org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration",
            "org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration");

    /** Counts log lines by a listener on the one log that all contexts share; to add it from several threads fails at random. */
    private static final String LOG_COUNTER =
            "org.springframework.boot.actuate.autoconfigure.metrics.LogbackMetricsAutoConfiguration";

    private ServiceLauncher() {}

    static ConfigurableApplicationContext start(
            Service service, int port, Map<String, String> settings, Map<Service, Class<?>> replacements) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(service.application());
        if (replacements.containsKey(service)) {
            builder.sources(replacements.get(service));
        }
        return builder.bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(arguments(service, port, settings));
    }

    /** The settings of a service as its command line takes them. */
    static String[] arguments(Service service, int port, Map<String, String> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("server.port", port);
        all.put("spring.config.name", service.configuration());
        all.put("spring.application.name", service.configuration());
        List<String> excluded = new ArrayList<>(service == Service.CONSOLE ? List.of() : CONSOLE_ONLY);
        excluded.add(LOG_COUNTER);
        all.put("spring.autoconfigure.exclude", String.join(",", excluded));
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
