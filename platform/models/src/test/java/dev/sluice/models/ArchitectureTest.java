package dev.sluice.models;

import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.sluice.testing.architecture.ArchitectureRules;
import dev.sluice.testing.architecture.CodeRules;
import java.util.List;
import java.util.stream.Stream;

class ArchitectureTest extends ArchitectureRules {

    private static final ArchRule LIBRARY_STAYS_BEHIND_THE_PROVIDER_PORT = ArchRuleDefinition.noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.sluice.models",
                    "dev.sluice.models.gateway..",
                    "dev.sluice.models.trace..",
                    "dev.sluice.models.config..",
                    "dev.sluice.models.provider",
                    "dev.sluice.models.provider.recorded..")
            .should()
            .dependOnClassesThat(Predicates.resideInAPackage("dev.langchain4j.."))
            .as("LangChain4j stays behind the provider port");

    ArchitectureTest() {
        super("dev.sluice.models");
    }

    /** A platform module has no hexagon of its own. */
    @Override
    protected List<ArchRule> rules() {
        return Stream.concat(CodeRules.all().stream(), Stream.of(LIBRARY_STAYS_BEHIND_THE_PROVIDER_PORT))
                .toList();
    }
}
