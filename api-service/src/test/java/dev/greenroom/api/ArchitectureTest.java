package dev.greenroom.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.greenroom.api.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

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
            .layer("authoring")
            .definedBy("dev.greenroom.api.authoring..")
            .layer("bank")
            .definedBy("dev.greenroom.api.bank..")
            .layer("browser")
            .definedBy("dev.greenroom.api.browser..")
            .layer("contract")
            .definedBy("dev.greenroom.api.contract..")
            .layer("demo")
            .definedBy("dev.greenroom.api.demo..")
            .layer("draft")
            .definedBy("dev.greenroom.api.draft..")
            .layer("guest")
            .definedBy("dev.greenroom.api.guest..")
            .layer("idempotency")
            .definedBy("dev.greenroom.api.idempotency..")
            .layer("json")
            .definedBy("dev.greenroom.api.json..")
            .layer("limit")
            .definedBy("dev.greenroom.api.limit..")
            .layer("live")
            .definedBy("dev.greenroom.api.live..")
            .layer("operation")
            .definedBy("dev.greenroom.api.operation..")
            .layer("outbox")
            .definedBy("dev.greenroom.api.outbox..")
            .layer("page")
            .definedBy("dev.greenroom.api.page..")
            .layer("privacy")
            .definedBy("dev.greenroom.api.privacy..")
            .layer("problem")
            .definedBy("dev.greenroom.api.problem..")
            .layer("progress")
            .definedBy("dev.greenroom.api.progress..")
            .layer("quarantine")
            .definedBy("dev.greenroom.api.quarantine..")
            .layer("report")
            .definedBy("dev.greenroom.api.report..")
            .layer("session")
            .definedBy("dev.greenroom.api.session..")
            .layer("stream")
            .definedBy("dev.greenroom.api.stream..")
            .layer("trial")
            .definedBy("dev.greenroom.api.trial..")
            .layer("usage")
            .definedBy("dev.greenroom.api.usage..")
            .layer("web")
            .definedBy("dev.greenroom.api.web..")
            .layer("webhook")
            .definedBy("dev.greenroom.api.webhook..")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers(
                    "answer",
                    "authoring",
                    "bank",
                    "browser",
                    "draft",
                    "guest",
                    "privacy",
                    "progress",
                    "quarantine",
                    "report",
                    "session",
                    "stream",
                    "trial",
                    "usage",
                    "webhook")
            .whereLayer("answer")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("authoring")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("bank")
            .mayOnlyBeAccessedByLayers("authoring", "demo", "draft", "report", "session", "trial")
            .whereLayer("browser")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("contract")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("draft")
            .mayOnlyBeAccessedByLayers("answer")
            .whereLayer("guest")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("idempotency")
            .mayOnlyBeAccessedByLayers("access", "answer", "authoring", "guest", "quarantine", "session", "webhook")
            .whereLayer("json")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("limit")
            .mayOnlyBeAccessedByLayers("access")
            .whereLayer("live")
            .mayOnlyBeAccessedByLayers("answer", "stream", "webhook")
            .whereLayer("operation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("outbox")
            .mayOnlyBeAccessedByLayers("answer", "quarantine", "session")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers(
                    "access", "answer", "authoring", "bank", "quarantine", "session", "usage", "webhook")
            .whereLayer("privacy")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("progress")
            .mayOnlyBeAccessedByLayers("privacy")
            .whereLayer("quarantine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("answer", "draft", "guest", "report", "stream")
            .whereLayer("stream")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("trial")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("usage")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("progress", "report")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("contract");

    @ArchTest
    static final ArchRule A_FEATURE_KEEPS_ITS_ROUTES_TO_ITSELF =
            classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate();

    /** Whatever a session token opens has to say which session it is about, or nobody could compare. */
    @ArchTest
    static final ArchRule A_TOKEN_OPENS_WHAT_IS_UNDER_ONE_SESSION = methods()
            .that(new DescribedPredicate<JavaMethod>("a session token opens") {
                @Override
                public boolean test(JavaMethod method) {
                    return opens(method)
                            || (!method.isAnnotatedWith(PermissionsAllowed.class)
                                    && method.isAnnotatedWith(Operation.class)
                                    && opens(method.getOwner()));
                }
            })
            .should(new ArchCondition<>("have {session} or {answer} in their path") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    String path = path(method.getOwner()) + path(method);
                    if (!path.contains("{session}") && !path.contains("{answer}")) {
                        events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is at " + path));
                    }
                }
            });

    private static boolean opens(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(PermissionsAllowed.class)
                .filter(allowed -> List.of(allowed.value()).contains(Scopes.ONE_SESSION))
                .isPresent();
    }

    private static String path(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(Path.class)
                .map(path -> "/" + path.value())
                .orElse("");
    }

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
            .and()
            .doNotHaveSimpleName("OneSession")
            .should()
            .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."));

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_GENERIC_EXCEPTIONS = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
