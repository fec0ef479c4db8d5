package dev.sluice.benchmarks;

import com.tngtech.archunit.lang.ArchRule;
import dev.sluice.testing.architecture.ArchitectureRules;
import dev.sluice.testing.architecture.CodeRules;
import java.util.List;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("dev.sluice.benchmarks");
    }

    /** A tool, not a hexagon: only the rules of every module hold. */
    @Override
    protected List<ArchRule> rules() {
        return CodeRules.all();
    }
}
