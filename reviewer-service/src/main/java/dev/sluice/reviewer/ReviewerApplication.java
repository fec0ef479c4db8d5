package dev.sluice.reviewer;

import dev.sluice.reviewer.config.ReviewerConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts the reviewer service. Its settings are in {@code reviewer-service.yml}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ReviewerConfiguration.class)
public class ReviewerApplication {

    /** Name of the service and of its configuration file. */
    public static final String NAME = "reviewer-service";

    public static void main(String[] args) {
        System.setProperty("spring.config.name", NAME);
        SpringApplication.run(ReviewerApplication.class, args);
    }
}
