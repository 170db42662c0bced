package dev.greenroom.worker;

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
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@AnalyzeClasses(packages = "dev.greenroom.worker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] SCORING_LIBRARY = {
        "..worker.assessment..",
        "..worker.concept..",
        "..worker.encoder..",
        "..worker.feedback..",
        "..worker.followup..",
        "..worker.gate..",
        "..worker.language..",
        "..worker.matching..",
        "..worker.rubric.."
    };

    @ArchTest
    static final ArchRule FEATURES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.greenroom.worker.(*)..").should().beFreeOfCycles();

    /** Every edge between the features that make the scoring library a service; a new one is a new line here. */
    @ArchTest
    static final ArchRule FEATURES_KNOW_EACH_OTHER_ONLY_AS_SPELLED_OUT = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("library")
            .definedBy(SCORING_LIBRARY)
            .layer("pace")
            .definedBy("..worker.pace..")
            .layer("database")
            .definedBy("..worker.database..")
            .layer("metrics")
            .definedBy("..worker.metrics..")
            .layer("publishing")
            .definedBy("..worker.publishing..")
            .layer("lease")
            .definedBy("..worker.lease..")
            .layer("bank")
            .definedBy("..worker.bank..")
            .layer("judge")
            .definedBy("..worker.judge..")
            .layer("writing")
            .definedBy("..worker.writing..")
            .layer("opinion")
            .definedBy("..worker.opinion..")
            .layer("scoring")
            .definedBy("..worker.scoring..")
            .layer("intake")
            .definedBy("..worker.intake..")
            .layer("sweep")
            .definedBy("..worker.sweep..")
            .layer("trial")
            .definedBy("..worker.trial..")
            .layer("operation")
            .definedBy("..worker.operation..")
            .whereLayer("library")
            .mayNotAccessAnyLayer()
            .whereLayer("pace")
            .mayNotAccessAnyLayer()
            .whereLayer("metrics")
            .mayNotAccessAnyLayer()
            .whereLayer("publishing")
            .mayNotAccessAnyLayer()
            .whereLayer("database")
            .mayOnlyAccessLayers("pace")
            .whereLayer("lease")
            .mayOnlyAccessLayers("database", "publishing")
            .whereLayer("bank")
            .mayOnlyAccessLayers("database")
            .whereLayer("judge")
            .mayOnlyAccessLayers("library", "database")
            .whereLayer("writing")
            .mayOnlyAccessLayers("library", "bank", "database", "lease", "metrics", "publishing")
            .whereLayer("opinion")
            .mayOnlyAccessLayers("library", "database", "lease", "writing")
            .whereLayer("scoring")
            .mayOnlyAccessLayers("library", "bank", "database", "lease", "metrics", "opinion", "writing")
            .whereLayer("intake")
            .mayOnlyAccessLayers("database", "lease", "metrics", "pace", "scoring")
            .whereLayer("sweep")
            .mayOnlyAccessLayers("database", "intake", "lease", "metrics", "publishing", "writing")
            .whereLayer("trial")
            .mayOnlyAccessLayers("library", "bank", "database", "pace")
            .whereLayer("operation")
            .mayOnlyAccessLayers("database", "intake", "lease", "pace", "publishing", "scoring", "sweep");

    @ArchTest
    static final ArchRule THE_SCORING_LIBRARY_NEEDS_NO_CONTAINER = noClasses()
            .that()
            .resideInAnyPackage(SCORING_LIBRARY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "jakarta..", "org.hibernate..", "org.apache.kafka..", "java.sql..");

    @ArchTest
    static final ArchRule ONLY_INTAKE_AND_PUBLISHING_KNOW_KAFKA = noClasses()
            .that()
            .resideOutsideOfPackages("..worker.intake..", "..worker.publishing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule ONLY_THE_JUDGES_PROVIDER_KNOWS_THE_CLIENT_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("..worker.judge.provider..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule BEANS_ARE_WIRED_THROUGH_CONSTRUCTORS =
            noFields().should().beAnnotatedWith(Inject.class).orShould().beAnnotatedWith(ConfigProperty.class);

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .doNotHaveSimpleName("SystemSources")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test must be able to set the time");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
