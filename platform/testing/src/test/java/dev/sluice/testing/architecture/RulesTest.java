package dev.sluice.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule is shown to find what it forbids, in classes made for that. */
class RulesTest {

    private static final String SAMPLE = "dev.sluice.testing.architecture.sample";

    private final JavaClasses sample = new ClassFileImporter().importPackages(SAMPLE);

    @Test
    void hexagonRulesFindEveryWrongArrow() {
        assertThat(broken(HexagonRules.of(SAMPLE)))
                .containsExactlyInAnyOrder(
                        "domain is pure Java: JDK, JSpecify and itself",
                        "domain reads no clock, random source or environment: they come in as arguments",
                        "application knows its domain and ports, no technology and no adapter",
                        "config wires the others; none of them knows it",
                        "generated Avro classes stop at adapter.kafka",
                        "an adapter of one technology knows no adapter of another");
    }

    @Test
    void codeRulesFindVagueNamesOldDatesAndMissingDescriptions() {
        assertThat(broken(CodeRules.all()))
                .containsExactlyInAnyOrder(
                        "time is java.time",
                        "no package is called util, common, helpers, models, dto, impl, exceptions or services",
                        "no class is a Manager, Helper, Impl or Util",
                        "every package has a package-info.java with @NullMarked");
    }

    private List<String> broken(List<ArchRule> rules) {
        return Stream.of(rules)
                .flatMap(List::stream)
                .filter(rule -> rule.evaluate(sample).hasViolation())
                .map(ArchRule::getDescription)
                .toList();
    }
}
