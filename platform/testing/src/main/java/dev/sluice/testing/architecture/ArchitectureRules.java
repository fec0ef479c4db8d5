package dev.sluice.testing.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Base class of a module's {@code ArchitectureTest}; every rule becomes a test of its own.
 *
 * <pre>{@code
 * class ArchitectureTest extends ArchitectureRules {
 *     ArchitectureTest() {
 *         super("dev.sluice.planner");
 *     }
 * }
 * }</pre>
 */
public abstract class ArchitectureRules {

    private final String root;

    /** @param root root package of the module, without a trailing dot */
    protected ArchitectureRules(String root) {
        this.root = root;
    }

    /** The rules to check; override to add to them, or to leave one out with the reason beside it. */
    protected List<ArchRule> rules() {
        return Stream.concat(CodeRules.all().stream(), HexagonRules.of(root).stream())
                .toList();
    }

    @TestFactory
    final Stream<DynamicTest> architecture() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        Assertions.assertFalse(classes.isEmpty(), "No class found in " + root + ": is the root package right?");
        return rules().stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }
}
