package dev.sluice.reviewer;

import dev.sluice.testing.architecture.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.reviewer");
    }
}
