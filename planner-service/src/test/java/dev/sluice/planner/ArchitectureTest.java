package dev.sluice.planner;

import dev.sluice.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.planner");
    }
}
