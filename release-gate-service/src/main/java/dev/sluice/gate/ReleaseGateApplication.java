package dev.sluice.gate;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Decides about changes and acts on the decisions. */
@SpringBootApplication
public class ReleaseGateApplication {

    /** Name of the configuration file, because every service may stand on one class path. */
    public static final String CONFIG_NAME = "release-gate-service";

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(ReleaseGateApplication.class)
                .properties("spring.config.name=" + CONFIG_NAME)
                .run(arguments);
    }
}
