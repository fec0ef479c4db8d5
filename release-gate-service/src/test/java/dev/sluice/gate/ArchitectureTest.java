package dev.sluice.gate;

import dev.sluice.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.gate");
    }
}
