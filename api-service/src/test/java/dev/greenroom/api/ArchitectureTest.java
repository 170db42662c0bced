package dev.greenroom.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "dev.greenroom.api", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.greenroom.api.(*)..").should().beFreeOfCycles();

    /** Who may use whom. A new edge between features is a new line here. */
    @ArchTest
    static final ArchRule FEATURES_KNOW_ONLY_WHOM_THEY_NEED = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("access")
            .definedBy("dev.greenroom.api.access..")
            .layer("answer")
            .definedBy("dev.greenroom.api.answer..")
            .layer("bank")
            .definedBy("dev.greenroom.api.bank..")
            .layer("contract")
            .definedBy("dev.greenroom.api.contract..")
            .layer("idempotency")
            .definedBy("dev.greenroom.api.idempotency..")
            .layer("json")
            .definedBy("dev.greenroom.api.json..")
            .layer("live")
            .definedBy("dev.greenroom.api.live..")
            .layer("outbox")
            .definedBy("dev.greenroom.api.outbox..")
            .layer("page")
            .definedBy("dev.greenroom.api.page..")
            .layer("problem")
            .definedBy("dev.greenroom.api.problem..")
            .layer("session")
            .definedBy("dev.greenroom.api.session..")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("answer", "session")
            .whereLayer("answer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bank")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("contract")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("idempotency")
            .mayOnlyBeAccessedByLayers("answer", "session")
            .whereLayer("json")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("answer")
            .whereLayer("outbox")
            .mayOnlyBeAccessedByLayers("answer", "session")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("answer", "bank", "session")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("answer");

    @ArchTest
    static final ArchRule A_FEATURE_KEEPS_ITS_ROUTES_TO_ITSELF =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule BEANS_ARE_WIRED_THROUGH_CONSTRUCTORS =
            noFields().should().beAnnotatedWith(Inject.class).orShould().beAnnotatedWith(ConfigProperty.class);

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses().should().callMethod(Instant.class, "now").because("a test must be able to set the time");

    @ArchTest
    static final ArchRule ONLY_ROUTES_KNOW_HTTP = noClasses()
            .that()
            .areNotAnnotatedWith(Path.class)
            .and()
            .resideOutsideOfPackages("..problem..", "..page..", "..idempotency..", "..json..", "..contract..")
            .and()
            .doNotHaveSimpleName("ETags")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
