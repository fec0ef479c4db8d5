package dev.sluice.metrics;

import dev.sluice.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.metrics");
    }
}
