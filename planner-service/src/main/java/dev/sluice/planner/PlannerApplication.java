package dev.sluice.planner;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the planner. */
@SpringBootApplication
public class PlannerApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(PlannerApplication.class)
                .properties("spring.config.name=planner-service")
                .run(args);
    }
}
