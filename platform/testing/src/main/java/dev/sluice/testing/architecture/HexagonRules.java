package dev.sluice.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The arrows inside a service: domain, application, adapter.technology, config. */
public final class HexagonRules {

    private static final String IMPURE =
            "java\\.time\\.(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime)\\.now\\(.*\\)"
                    + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime|getenv|getProperty)\\(.*\\)"
                    + "|java\\.util\\.UUID\\.randomUUID\\(\\)"
                    + "|java\\.lang\\.Math\\.random\\(\\)"
                    + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)";

    private HexagonRules() {}

    /** The rules for the service whose root package is {@code root}, for example {@code dev.sluice.gate}. */
    public static List<ArchRule> of(String root) {
        return List.of(
                domainIsPureJava(root),
                domainReadsNoClock(root),
                applicationKnowsNoTechnology(root),
                nothingKnowsConfig(root),
                wireTypesStopAtTheEdge(root),
                adaptersAreStrangers(root));
    }

    private static ArchRule domainIsPureJava(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(root + ".domain..", "java..", "org.jspecify..")
                        .or(primitive()))
                .as("domain is pure Java: JDK, JSpecify and itself")
                .allowEmptyShould(true);
    }

    private static ArchRule domainReadsNoClock(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "clock, random source or environment",
                        call -> fullNameMatching(IMPURE).test(call.getTarget())))
                .as("domain reads no clock, random source or environment: they come in as arguments")
                .allowEmptyShould(true);
    }

    private static ArchRule applicationKnowsNoTechnology(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".application..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".adapter..",
                        root + ".config..",
                        "dev.sluice.events..",
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "com.fasterxml.jackson..",
                        "redis.clients..",
                        "java.sql.."))
                .as("application knows its domain and ports, no technology and no adapter")
                .allowEmptyShould(true);
    }

    private static ArchRule nothingKnowsConfig(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..", root + ".adapter..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".config.."))
                .as("config wires the others; none of them knows it")
                .allowEmptyShould(true);
    }

    private static ArchRule wireTypesStopAtTheEdge(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".adapter.kafka..", root + ".config..")
                .should()
                .dependOnClassesThat(generatedEvents())
                .as("generated Avro classes stop at adapter.kafka")
                .allowEmptyShould(true);
    }

    private static ArchRule adaptersAreStrangers(String root) {
        return slices().matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .as("an adapter of one technology knows no adapter of another")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> generatedEvents() {
        return resideInAnyPackage("dev.sluice.events");
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe(
                "primitive", type -> type.getBaseComponentType().isPrimitive());
    }
}
