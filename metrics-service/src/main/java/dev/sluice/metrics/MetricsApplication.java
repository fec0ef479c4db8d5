package dev.sluice.metrics;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the metrics service. */
@SpringBootApplication
public class MetricsApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(MetricsApplication.class)
                .properties("spring.config.name=metrics-service")
                .run(args);
    }
}
