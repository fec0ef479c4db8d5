package dev.sluice.developer;

import dev.sluice.developer.config.DeveloperAgentConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts the developer agent service. Its settings are in {@code developer-agent-service.yml}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DeveloperAgentConfiguration.class)
public class DeveloperAgentApplication {

    /** Name of the service and of its configuration file. */
    public static final String NAME = "developer-agent-service";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", NAME);
        SpringApplication.run(DeveloperAgentApplication.class, args);
    }
}
