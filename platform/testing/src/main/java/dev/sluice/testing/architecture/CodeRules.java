package dev.sluice.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Rules that hold in every module, platform modules included. */
public final class CodeRules {

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value",
            "jakarta.inject.Inject",
            "jakarta.annotation.Resource");

    public static final ArchRule ONLY_MODELS_KNOWS_LANGCHAIN4J = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.models..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.langchain4j.."))
            .as("only platform/models imports dev.langchain4j")
            .allowEmptyShould(true);

    public static final ArchRule NO_REGISTRY_VENDOR = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.confluent.kafka..", "io.apicurio.."))
            .as("no class imports a registry vendor: serde classes are named in configuration")
            .allowEmptyShould(true);

    public static final ArchRule NO_FIELD_INJECTION = noFields()
            .should()
            .beAnnotatedWith(DescribedPredicate.describe(
                    "an injection annotation",
                    annotation -> INJECTIONS.contains(annotation.getRawType().getName())))
            .as("dependencies come in through the constructor")
            .allowEmptyShould(true);

    public static final ArchRule NO_OLD_DATES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat")
            .as("time is java.time")
            .allowEmptyShould(true);

    public static final ArchRule NO_VAGUE_PACKAGE = noClasses()
            .should()
            .resideInAnyPackage(
                    "dev.sluice.*..util..",
                    "dev.sluice.*..utils..",
                    "dev.sluice.*..common..",
                    "dev.sluice.*..helpers..",
                    "dev.sluice.*..models..",
                    "dev.sluice.*..dto..",
                    "dev.sluice.*..impl..",
                    "dev.sluice.*..exceptions..",
                    "dev.sluice.*..services..")
            .as("no package is called util, common, helpers, models, dto, impl, exceptions or services")
            .allowEmptyShould(true);

    public static final ArchRule NO_VAGUE_CLASS = noClasses()
            .should()
            .haveNameMatching(".*[a-z](Manager|Helper|Impl|Utils?)")
            .as("no class is a Manager, Helper, Impl or Util")
            .allowEmptyShould(true);

    public static final ArchRule EVERY_PACKAGE_IS_DESCRIBED = classes()
            .that()
            .areNotAnonymousClasses()
            .should(new HavePackageInfo())
            .as("every package has a package-info.java with @NullMarked")
            .allowEmptyShould(true);

    private CodeRules() {}

    /** All of them. */
    public static List<ArchRule> all() {
        return List.of(
                ONLY_MODELS_KNOWS_LANGCHAIN4J,
                NO_REGISTRY_VENDOR,
                NO_FIELD_INJECTION,
                NO_OLD_DATES,
                NO_VAGUE_PACKAGE,
                NO_VAGUE_CLASS,
                EVERY_PACKAGE_IS_DESCRIBED);
    }
}
