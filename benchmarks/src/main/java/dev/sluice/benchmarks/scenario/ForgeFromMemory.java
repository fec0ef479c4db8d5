package dev.sluice.benchmarks.scenario;

import dev.sluice.gate.application.CommitStatus;
import dev.sluice.gate.application.Forge;
import dev.sluice.gate.application.MergeAnswer;
import dev.sluice.gate.application.MergeOrder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The gate without repositories: statuses go nowhere, and nothing merges. */
@Configuration(proxyBeanMethods = false)
public class ForgeFromMemory {

    @Bean
    @Primary
    Forge memoryForge() {
        return new Forge() {
            @Override
            public MergeAnswer merge(MergeOrder order) {
                return new MergeAnswer.Refused("There is no repository in this benchmark.");
            }

            @Override
            public void show(String repository, String commit, List<CommitStatus> statuses) {}
        };
    }
}
