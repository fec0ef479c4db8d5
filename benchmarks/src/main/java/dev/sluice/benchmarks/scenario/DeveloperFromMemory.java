package dev.sluice.benchmarks.scenario;

import dev.sluice.developer.application.Workbench;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The developer agent without repositories. */
@Configuration(proxyBeanMethods = false)
public class DeveloperFromMemory {

    @Bean
    @Primary
    Workbench memoryWorkbench() {
        return (repository, causeId) -> new Workbench.Opening.Opened(new BenchFromMemory());
    }
}
