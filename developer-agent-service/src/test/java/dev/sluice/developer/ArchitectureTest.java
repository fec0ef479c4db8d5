package dev.sluice.developer;

import dev.sluice.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.developer");
    }
}
